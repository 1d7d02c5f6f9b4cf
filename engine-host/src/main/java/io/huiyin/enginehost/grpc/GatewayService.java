package io.huiyin.enginehost.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.*;
import io.grpc.stub.StreamObserver;
import io.huiyin.enginehost.Answer;
import io.huiyin.enginehost.Engine;
import java.util.function.Function;
import java.util.function.Supplier;

/** Every call of the gateway: the command it stands for, and the reply made of its answer. */
final class GatewayService extends GatewayImplBase {

  private final Engine engine;
  private final String host;
  private final JobCalls jobs;

  GatewayService(final Engine engine, final String host) {
    this.engine = engine;
    this.host = host;
    this.jobs = new JobCalls(engine);
  }

  private <R> void run(
      final StreamObserver<R> client,
      final Supplier<Command> command,
      final Function<Answer, R> reply) {
    try {
      final var made = command.get();
      engine
          .send(made.valueType(), made.intent(), made.key(), made.value(), made.timeout())
          .thenApply(reply)
          .whenComplete((message, error) -> finish(client, message, error));
    } catch (final RuntimeException e) {
      client.onError(Errors.toStatus(e));
    }
  }

  private static <R> void finish(
      final StreamObserver<R> client, final R message, final Throwable error) {
    if (error != null) {
      client.onError(Errors.toStatus(error));
    } else {
      client.onNext(message);
      client.onCompleted();
    }
  }

  @Override
  public void topology(
      final TopologyRequest request, final StreamObserver<TopologyResponse> client) {
    client.onNext(Replies.topology(host, engine.isHealthy()));
    client.onCompleted();
  }

  @Override
  public void activateJobs(
      final ActivateJobsRequest request, final StreamObserver<ActivateJobsResponse> client) {
    jobs.activate(request, client);
  }

  @Override
  public void streamActivatedJobs(
      final StreamActivatedJobsRequest request, final StreamObserver<ActivatedJob> client) {
    jobs.stream(request, client);
  }

  @Override
  public void completeJob(
      final CompleteJobRequest request, final StreamObserver<CompleteJobResponse> client) {
    run(client, () -> JobCommands.complete(request), a -> CompleteJobResponse.getDefaultInstance());
  }

  @Override
  public void failJob(final FailJobRequest request, final StreamObserver<FailJobResponse> client) {
    run(client, () -> JobCommands.fail(request), a -> FailJobResponse.getDefaultInstance());
  }

  @Override
  public void throwError(
      final ThrowErrorRequest request, final StreamObserver<ThrowErrorResponse> client) {
    run(client, () -> JobCommands.throwError(request), a -> ThrowErrorResponse.getDefaultInstance());
  }

  @Override
  public void updateJobRetries(
      final UpdateJobRetriesRequest request,
      final StreamObserver<UpdateJobRetriesResponse> client) {
    run(
        client,
        () -> JobCommands.updateRetries(request),
        a -> UpdateJobRetriesResponse.getDefaultInstance());
  }

  @Override
  public void updateJobTimeout(
      final UpdateJobTimeoutRequest request,
      final StreamObserver<UpdateJobTimeoutResponse> client) {
    run(
        client,
        () -> JobCommands.updateTimeout(request),
        a -> UpdateJobTimeoutResponse.getDefaultInstance());
  }

  @Override
  public void createProcessInstance(
      final CreateProcessInstanceRequest request,
      final StreamObserver<CreateProcessInstanceResponse> client) {
    run(client, () -> InstanceCommands.create(request), Replies::created);
  }

  @Override
  public void createProcessInstanceWithResult(
      final CreateProcessInstanceWithResultRequest request,
      final StreamObserver<CreateProcessInstanceWithResultResponse> client) {
    run(client, () -> InstanceCommands.createWithResult(request), Replies::result);
  }

  @Override
  public void cancelProcessInstance(
      final CancelProcessInstanceRequest request,
      final StreamObserver<CancelProcessInstanceResponse> client) {
    run(
        client,
        () -> InstanceCommands.cancel(request),
        a -> CancelProcessInstanceResponse.getDefaultInstance());
  }

  @Override
  public void modifyProcessInstance(
      final ModifyProcessInstanceRequest request,
      final StreamObserver<ModifyProcessInstanceResponse> client) {
    run(
        client,
        () -> InstanceCommands.modify(request),
        a -> ModifyProcessInstanceResponse.getDefaultInstance());
  }

  @Override
  public void migrateProcessInstance(
      final MigrateProcessInstanceRequest request,
      final StreamObserver<MigrateProcessInstanceResponse> client) {
    run(
        client,
        () -> InstanceCommands.migrate(request),
        a -> MigrateProcessInstanceResponse.getDefaultInstance());
  }

  @Override
  public void setVariables(
      final SetVariablesRequest request, final StreamObserver<SetVariablesResponse> client) {
    run(
        client,
        () -> InstanceCommands.setVariables(request),
        a -> SetVariablesResponse.newBuilder().setKey(a.key()).build());
  }

  @Override
  public void resolveIncident(
      final ResolveIncidentRequest request, final StreamObserver<ResolveIncidentResponse> client) {
    run(
        client,
        () -> InstanceCommands.resolveIncident(request),
        a -> ResolveIncidentResponse.getDefaultInstance());
  }

  @Override
  public void publishMessage(
      final PublishMessageRequest request, final StreamObserver<PublishMessageResponse> client) {
    run(client, () -> InstanceCommands.publish(request), Replies::published);
  }

  @Override
  public void broadcastSignal(
      final BroadcastSignalRequest request, final StreamObserver<BroadcastSignalResponse> client) {
    run(client, () -> InstanceCommands.broadcast(request), Replies::broadcast);
  }

  @Override
  @Deprecated
  public void deployProcess(
      final DeployProcessRequest request, final StreamObserver<DeployProcessResponse> client) {
    run(client, () -> ResourceCommands.deploy(request), Deployments::processesOnly);
  }

  @Override
  public void deployResource(
      final DeployResourceRequest request, final StreamObserver<DeployResourceResponse> client) {
    run(client, () -> ResourceCommands.deploy(request), Deployments::all);
  }

  @Override
  public void deleteResource(
      final DeleteResourceRequest request, final StreamObserver<DeleteResourceResponse> client) {
    run(
        client,
        () -> ResourceCommands.delete(request),
        a -> DeleteResourceResponse.getDefaultInstance());
  }

  @Override
  public void evaluateDecision(
      final EvaluateDecisionRequest request,
      final StreamObserver<EvaluateDecisionResponse> client) {
    run(client, () -> ResourceCommands.evaluate(request), Decisions::evaluated);
  }
}
