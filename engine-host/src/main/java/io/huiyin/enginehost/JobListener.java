package io.huiyin.enginehost;

import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;

/** A client that wants new jobs pushed as they arise. */
public interface JobListener {

  JobActivationProperties properties();

  /** False while the client cannot take more. */
  boolean isReady();

  /** False when the job did not get through; it is handed back then. */
  boolean push(long jobKey, JobRecord job);
}
