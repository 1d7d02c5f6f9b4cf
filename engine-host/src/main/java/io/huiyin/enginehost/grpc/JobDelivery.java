package io.huiyin.enginehost.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.huiyin.enginehost.JobActivator;

/** Sends a batch in messages that a client takes, and hands back what does not get through. */
final class JobDelivery {

  /** What clients take unless told otherwise. */
  private static final int CLIENT_LIMIT_BYTES = 4 << 20;

  private final JobActivator jobs;
  private final ServerCallStreamObserver<ActivateJobsResponse> client;
  private final JobBatchRecord undelivered = new JobBatchRecord();
  private ActivateJobsResponse.Builder message = ActivateJobsResponse.newBuilder();
  private int bytes;
  private long tooLarge = -1;

  JobDelivery(
      final JobActivator jobs, final ServerCallStreamObserver<ActivateJobsResponse> client) {
    this.jobs = jobs;
    this.client = client;
  }

  void deliver(final JobBatchRecord batch) {
    final var keys = batch.jobKeys().iterator();
    for (final var record : batch.jobs()) {
      final long key = keys.next().getValue();
      final var job = Jobs.activated(key, record);
      final int size = job.getSerializedSize() + 8;
      if (size > CLIENT_LIMIT_BYTES || client.isCancelled()) {
        tooLarge = size > CLIENT_LIMIT_BYTES ? key : tooLarge;
        undelivered.jobKeys().add().setValue(key);
        undelivered.jobs().add().wrap(record);
        continue;
      }
      if (bytes + size > CLIENT_LIMIT_BYTES) {
        flush();
      }
      message.addJobs(job);
      bytes += size;
    }
    finish();
  }

  private void finish() {
    if (bytes > 0) {
      flush();
    }
    if (tooLarge >= 0) {
      client.onError(
          Status.RESOURCE_EXHAUSTED
              .withDescription(
                  "job %d with its variables is larger than %d bytes; fetch fewer variables"
                      .formatted(tooLarge, CLIENT_LIMIT_BYTES))
              .asRuntimeException());
    } else {
      client.onCompleted();
    }
    if (undelivered.jobKeys().iterator().hasNext()) {
      jobs.handBack(undelivered);
    }
  }

  private void flush() {
    client.onNext(message.build());
    message = ActivateJobsResponse.newBuilder();
    bytes = 0;
  }
}
