package io.huiyin.enginehost;

import java.util.List;

/**
 * What a worker asks for.
 *
 * @param timeout milliseconds that the worker has for each job
 * @param maxJobs how many at most
 * @param fetchVariables names of the variables wanted; empty = all
 * @param tenantIds empty = the default tenant
 * @param requestTimeout milliseconds to hold the poll; 0 = ten seconds, below 0 = answer at once
 */
public record JobRequest(
    String type,
    String worker,
    long timeout,
    int maxJobs,
    List<String> fetchVariables,
    List<String> tenantIds,
    long requestTimeout) {}
