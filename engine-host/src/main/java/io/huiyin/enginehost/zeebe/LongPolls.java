package io.huiyin.enginehost.zeebe;

import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.huiyin.enginehost.Engine;
import io.huiyin.enginehost.JobActivator;
import io.huiyin.enginehost.JobRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Activates jobs for polls: a queue a job type, first come first served. */
final class LongPolls implements JobActivator {

  private static final Logger LOG = LoggerFactory.getLogger(LongPolls.class);

  private final Engine engine;
  private final ScheduledExecutorService timer;
  private final Map<Kind, PollQueue> queues = new ConcurrentHashMap<>();

  /** Polls of one kind can be answered by the same jobs. */
  private record Kind(String type, List<String> tenantIds) {}

  LongPolls(final Engine engine, final ScheduledExecutorService timer) {
    this.engine = engine;
    this.timer = timer;
  }

  @Override
  public CompletableFuture<JobBatchRecord> activate(final JobRequest request) {
    final var kind = new Kind(request.type(), request.tenantIds());
    return queues.computeIfAbsent(kind, any -> new PollQueue(this::ask, this, timer)).add(request);
  }

  /** The engine has jobs of this type. Called on its thread. */
  void jobsAvailable(final String type) {
    queues.forEach(
        (kind, queue) -> {
          if (kind.type().equals(type)) {
            queue.jobsAvailable();
          }
        });
  }

  @Override
  public void handBack(final JobBatchRecord undelivered) {
    final var keys = undelivered.jobKeys().iterator();
    for (final var job : undelivered.jobs()) {
      handBack(keys.next().getValue(), job);
    }
  }

  void handBack(final long jobKey, final JobRecord job) {
    engine
        .send(ValueType.JOB, JobIntent.YIELD, jobKey, job)
        .whenComplete(
            (answer, error) -> {
              if (error != null) {
                LOG.warn("job {} stays locked until its deadline: {}", jobKey, error.getMessage());
              }
            });
  }

  private CompletableFuture<JobBatchRecord> ask(final JobRequest request) {
    final var batch =
        new JobBatchRecord()
            .setType(request.type())
            .setWorker(request.worker())
            .setTimeout(request.timeout())
            .setMaxJobsToActivate(request.maxJobs());
    request
        .fetchVariables()
        .forEach(name -> batch.variables().add().wrap(BufferUtil.wrapString(name)));
    batch.setTenantIds(request.tenantIds());
    return engine
        .send(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE, -1, batch)
        .thenApply(answer -> answer.value(JobBatchRecord.class));
  }
}
