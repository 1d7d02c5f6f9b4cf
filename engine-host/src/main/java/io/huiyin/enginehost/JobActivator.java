package io.huiyin.enginehost;

import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import java.util.concurrent.CompletableFuture;

/** Activates jobs; holds a poll open until there are some or its time is over. */
public interface JobActivator {

  /**
   * @return the batch, empty when the time is over. {@code cancel(true)} on it when the client goes
   *     away: the poll is dropped, and jobs that come all the same are handed back. Fails like
   *     {@link Engine#send}
   */
  CompletableFuture<JobBatchRecord> activate(JobRequest request);

  /** Makes jobs activatable again that could not be delivered. Their retries stay as they are. */
  void handBack(JobBatchRecord undelivered);
}
