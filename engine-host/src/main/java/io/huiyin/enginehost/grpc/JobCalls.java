package io.huiyin.enginehost.grpc;

import static io.camunda.zeebe.util.buffer.BufferUtil.wrapString;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.msgpack.value.StringValue;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationPropertiesImpl;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.huiyin.enginehost.Engine;
import io.huiyin.enginehost.JobRequest;

/** Hands jobs to workers. */
final class JobCalls {

  private final Engine engine;

  JobCalls(final Engine engine) {
    this.engine = engine;
  }

  void activate(
      final ActivateJobsRequest request, final StreamObserver<ActivateJobsResponse> observer) {
    final var client = (ServerCallStreamObserver<ActivateJobsResponse>) observer;
    try {
      require(!request.getType().isBlank(), "type", "is empty; a job type is needed");
      require(request.getTimeout() > 0, "timeout", "must be at least 1 ms");
      require(request.getMaxJobsToActivate() > 0, "maxJobsToActivate", "must be at least 1");
      final var poll =
          engine
              .jobs()
              .activate(
                  new JobRequest(
                      request.getType(),
                      request.getWorker(),
                      request.getTimeout(),
                      request.getMaxJobsToActivate(),
                      request.getFetchVariableList(),
                      Fields.tenants(request.getTenantIdsList()),
                      request.getRequestTimeout()));
      client.setOnCancelHandler(() -> poll.cancel(true));
      poll.whenComplete((batch, error) -> answer(client, batch, error));
    } catch (final RuntimeException e) {
      client.onError(Errors.toStatus(e));
    }
  }

  private void answer(
      final ServerCallStreamObserver<ActivateJobsResponse> client,
      final JobBatchRecord batch,
      final Throwable error) {
    if (client.isCancelled()) {
      if (batch != null) {
        engine.jobs().handBack(batch);
      }
    } else if (error != null) {
      client.onError(Errors.toStatus(error));
    } else {
      new JobDelivery(engine.jobs(), client).deliver(batch);
    }
  }

  void stream(
      final StreamActivatedJobsRequest request, final StreamObserver<ActivatedJob> observer) {
    final var client = (ServerCallStreamObserver<ActivatedJob>) observer;
    try {
      require(!request.getType().isBlank(), "type", "is empty; a job type is needed");
      require(request.getTimeout() > 0, "timeout", "must be at least 1 ms");
      final var worker = wrapString(request.getWorker());
      final var properties =
          new JobActivationPropertiesImpl()
              .setWorker(worker, 0, worker.capacity())
              .setTimeout(request.getTimeout())
              .setTenantIds(Fields.tenants(request.getTenantIdsList()))
              .setFetchVariables(
                  request.getFetchVariableList().stream().map(StringValue::new).toList());
      final var close =
          engine.openJobStream(request.getType(), new PushedJobs(properties, client));
      client.setOnCancelHandler(close);
      client.setOnCloseHandler(close);
    } catch (final RuntimeException e) {
      client.onError(Errors.toStatus(e));
    }
  }

  private static void require(final boolean holds, final String field, final String what) {
    if (!holds) {
      throw new IllegalArgumentException(field + " " + what);
    }
  }
}
