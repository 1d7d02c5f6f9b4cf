package io.huiyin.enginehost.support;

import com.google.protobuf.ByteString;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayBlockingStub;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Resource;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A client of the gateway. */
public final class Client implements AutoCloseable {

  private final ManagedChannel channel;

  public Client(final String address) {
    channel = NettyChannelBuilder.forTarget(address).usePlaintext().build();
  }

  public GatewayBlockingStub calls() {
    return GatewayGrpc.newBlockingStub(channel).withDeadlineAfter(30, TimeUnit.SECONDS);
  }

  public DeployResourceResponse deploy(final String name, final String content) {
    return calls()
        .deployResource(
            DeployResourceRequest.newBuilder()
                .addResources(
                    Resource.newBuilder().setName(name).setContent(ByteString.copyFromUtf8(content)))
                .build());
  }

  /** @return the key of the new instance */
  public long create(final String processId, final String variables) {
    return calls()
        .createProcessInstance(
            CreateProcessInstanceRequest.newBuilder()
                .setBpmnProcessId(processId)
                .setVersion(-1)
                .setVariables(variables)
                .build())
        .getProcessInstanceKey();
  }

  public List<ActivatedJob> activate(final String type, final int max, final long requestTimeout) {
    final var answers =
        calls().activateJobs(activation(type, max).setRequestTimeout(requestTimeout).build());
    final var jobs = new ArrayList<ActivatedJob>();
    answers.forEachRemaining(answer -> jobs.addAll(answer.getJobsList()));
    return jobs;
  }

  public static ActivateJobsRequest.Builder activation(final String type, final int max) {
    return ActivateJobsRequest.newBuilder()
        .setType(type)
        .setWorker("test")
        .setTimeout(60_000)
        .setMaxJobsToActivate(max);
  }

  public void complete(final long jobKey) {
    calls().completeJob(CompleteJobRequest.newBuilder().setJobKey(jobKey).build());
  }

  /** Whether the host still knows a job; completes it if so. */
  public boolean isThere(final long jobKey) {
    try {
      complete(jobKey);
      return true;
    } catch (final StatusRuntimeException e) {
      if (e.getStatus().getCode() == Code.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  public ManagedChannel channel() {
    return channel;
  }

  @Override
  public void close() throws InterruptedException {
    channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
  }
}
