package io.huiyin.enginehost.bench;

import com.google.protobuf.ByteString;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Resource;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same load for any gateway: {@code <address> [waiting] [instances] [window]}. It lets so many
 * instances wait at a user task, then counts how many instances of three jobs in a row end in a
 * second; prints one line of JSON.
 */
public final class Load {

  private static final int JOBS_A_POLL = 32;
  private static final long POLL_MS = 5_000;

  private final GatewayGrpc.GatewayStub calls;
  private final GatewayGrpc.GatewayBlockingStub blocking;
  private final AtomicInteger refused = new AtomicInteger();
  private volatile CountDownLatch ended;

  private Load(final ManagedChannel channel) {
    calls = GatewayGrpc.newStub(channel);
    blocking = GatewayGrpc.newBlockingStub(channel);
  }

  public static void main(final String... arguments) throws InterruptedException {
    final int waiting = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
    final int instances = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3_000;
    final int window = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 64;
    final var channel = ManagedChannelBuilder.forTarget(arguments[0]).usePlaintext().build();
    final var load = new Load(channel);
    load.deploy("waiting", userTask());
    load.deploy("three", threeJobs());
    final double waitingRate = load.create("waiting", waiting, window);
    for (int i = 1; i <= 3; i++) {
      load.new Worker("step-" + i, i == 3).poll();
    }
    load.run(instances / 10, window);
    final double rate = load.run(instances, window);
    System.out.printf(
        "{\"waiting\":%d,\"waitingPerSecond\":%.1f,\"instances\":%d,\"instancesPerSecond\":%.1f,\"refused\":%d}%n",
        waiting, waitingRate, instances, rate, load.refused.get());
    channel.shutdownNow();
    System.exit(0);
  }

  private void deploy(final String id, final String body) {
    final var diagram =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="http://bpmn.io/schema/bpmn">
        <bpmn:process id="%s" isExecutable="true"><bpmn:startEvent id="start"/>%s
        <bpmn:endEvent id="end"/></bpmn:process></bpmn:definitions>
        """
            .formatted(id, body);
    blocking.deployResource(
        DeployResourceRequest.newBuilder()
            .addResources(
                Resource.newBuilder()
                    .setName(id + ".bpmn")
                    .setContent(ByteString.copyFromUtf8(diagram)))
            .build());
  }

  private static String userTask() {
    return """
        <bpmn:userTask id="handle"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements></bpmn:userTask>
        """
        + flow("start", "handle")
        + flow("handle", "end");
  }

  private static String threeJobs() {
    final var text = new StringBuilder(flow("start", "step-1"));
    for (int i = 1; i <= 3; i++) {
      text.append(
          """
          <bpmn:serviceTask id="step-%1$d"><bpmn:extensionElements><zeebe:taskDefinition type="step-%1$d"/></bpmn:extensionElements></bpmn:serviceTask>
          """
              .formatted(i));
      text.append(flow("step-" + i, i < 3 ? "step-" + (i + 1) : "end"));
    }
    return text.toString();
  }

  private static String flow(final String from, final String to) {
    return "<bpmn:sequenceFlow id=\"%1$s-%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\"/>"
        .formatted(from, to);
  }

  private double run(final int instances, final int window) throws InterruptedException {
    ended = new CountDownLatch(instances);
    final long began = System.nanoTime();
    create("three", instances, window);
    ended.await();
    return instances / ((System.nanoTime() - began) / 1e9);
  }

  /** Creates instances, so many under way at once. @return how many a second */
  private double create(final String id, final int instances, final int window)
      throws InterruptedException {
    final var places = new Semaphore(window);
    final long began = System.nanoTime();
    for (int i = 0; i < instances; i++) {
      places.acquire();
      createOne(id, places);
    }
    places.acquire(window);
    return instances / ((System.nanoTime() - began) / 1e9);
  }

  private void createOne(final String id, final Semaphore places) {
    calls.createProcessInstance(
        CreateProcessInstanceRequest.newBuilder()
            .setBpmnProcessId(id)
            .setVersion(-1)
            .setVariables("{\"caseNumber\":\"2026-000123\",\"unitId\":\"water\",\"urgent\":false}")
            .build(),
        new StreamObserver<CreateProcessInstanceResponse>() {
          @Override
          public void onNext(final CreateProcessInstanceResponse reply) {
            places.release();
          }

          @Override
          public void onError(final Throwable error) {
            refused.incrementAndGet();
            createOne(id, places);
          }

          @Override
          public void onCompleted() {
            // counted with the reply
          }
        });
  }

  private final class Worker implements StreamObserver<ActivateJobsResponse> {

    private final String type;
    private final boolean last;
    private boolean some;

    Worker(final String type, final boolean last) {
      this.type = type;
      this.last = last;
    }

    void poll() {
      some = false;
      calls.activateJobs(
          ActivateJobsRequest.newBuilder()
              .setType(type)
              .setWorker("load")
              .setTimeout(300_000)
              .setMaxJobsToActivate(JOBS_A_POLL)
              .setRequestTimeout(POLL_MS)
              .build(),
          this);
    }

    @Override
    public void onNext(final ActivateJobsResponse reply) {
      reply
          .getJobsList()
          .forEach(
              job -> {
                some = true;
                complete(job.getKey());
              });
    }

    private void complete(final long key) {
      calls.completeJob(
          CompleteJobRequest.newBuilder().setJobKey(key).build(),
          new StreamObserver<CompleteJobResponse>() {
            @Override
            public void onNext(final CompleteJobResponse reply) {
              if (last) {
                ended.countDown();
              }
            }

            @Override
            public void onError(final Throwable error) {
              refused.incrementAndGet();
              complete(key);
            }

            @Override
            public void onCompleted() {
              // counted with the reply
            }
          });
    }

    @Override
    public void onError(final Throwable error) {
      again(50);
    }

    @Override
    public void onCompleted() {
      // the shipped engine holds no poll open: asking at once would keep it busy with nothing
      again(some ? 0 : 5);
    }

    private void again(final long afterMs) {
      CompletableFuture.delayedExecutor(afterMs, TimeUnit.MILLISECONDS).execute(this::poll);
    }
  }
}
