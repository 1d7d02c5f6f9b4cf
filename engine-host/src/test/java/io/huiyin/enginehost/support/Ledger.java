package io.huiyin.enginehost.support;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the host has acknowledged, and what it did that contradicts it. */
public final class Ledger {

  private final Set<Long> created = ConcurrentHashMap.newKeySet();
  private final Set<Long> completed = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> jobOfStep = new ConcurrentHashMap<>();
  private final Map<String, Boolean> stepDone = new ConcurrentHashMap<>();
  private final List<String> faults = new ArrayList<>();

  public void created(final long instance) {
    if (!created.add(instance)) {
      fault("instance %d was created twice".formatted(instance));
    }
  }

  /** A job reached a worker: once completed it must not, and a step has one job only. */
  public void seen(final ActivatedJob job) {
    if (completed.contains(job.getKey())) {
      fault("job %d came again after its completion".formatted(job.getKey()));
    }
    final var before = jobOfStep.putIfAbsent(step(job), job.getKey());
    if (before != null && before != job.getKey()) {
      fault("%s has two jobs, %d and %d".formatted(step(job), before, job.getKey()));
    }
  }

  public void completed(final ActivatedJob job) {
    completed.add(job.getKey());
    stepDone.put(step(job), true);
  }

  /** The host knows the job no more: an earlier completion went through without its answer. */
  public void unknown(final ActivatedJob job) {
    stepDone.put(step(job), true);
  }

  /** Jobs that workers had and that may or may not be done: their answers were lost. */
  public List<Long> unsure() {
    return jobOfStep.entrySet().stream()
        .filter(step -> !stepDone.containsKey(step.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** @param isThere whether the host still knows the job, after it had time to offer it again */
  public void settle(final long job, final boolean isThere) {
    if (isThere) {
      fault("job %d is there and was never offered again".formatted(job));
    }
    jobOfStep.entrySet().stream()
        .filter(step -> step.getValue() == job)
        .forEach(step -> stepDone.put(step.getKey(), true));
  }

  public int createdCount() {
    return created.size();
  }

  public int completedCount() {
    return completed.size();
  }

  /** Faults, and acknowledged instances of which a step was never done. */
  public synchronized List<String> faults() {
    final var all = new ArrayList<>(faults);
    for (final long instance : created) {
      for (int step = 1; step <= 3; step++) {
        if (!stepDone.containsKey(instance + "/step-" + step)) {
          all.add("instance %d never came through step-%d".formatted(instance, step));
        }
      }
    }
    return all;
  }

  private synchronized void fault(final String what) {
    faults.add(what);
  }

  private static String step(final ActivatedJob job) {
    return job.getProcessInstanceKey() + "/" + job.getElementId();
  }
}
