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
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The same load for any gateways, one after the other, round by round: {@code <address>[,<address>…]
 * [waiting 5000] [seconds 5] [window 128] [rounds 3]}. It lets so many instances wait at a user task
 * of each engine and warms it up; then it keeps so many instances of three jobs in a row under way for this
 * time and counts how many end in a second. One line of JSON a round and engine; the engines that
 * are not at work are left alone meanwhile.
 */
public final class Load {

  private static final int JOBS_A_POLL = 32;
  private static final long POLL_MS = 2_000;
  private static final long DRAIN_SECONDS = 15;
  private static final long REFUSED_PAUSE_MS = 10;

  private final String address;
  private final ManagedChannel channel;
  private final GatewayGrpc.GatewayStub calls;
  private final GatewayGrpc.GatewayBlockingStub blocking;
  private final AtomicInteger refused = new AtomicInteger();
  private volatile Round round;

  private Load(final String address) {
    this.address = address;
    channel = ManagedChannelBuilder.forTarget(address).usePlaintext().build();
    calls = GatewayGrpc.newStub(channel);
    blocking = GatewayGrpc.newBlockingStub(channel);
  }

  public static void main(final String... arguments) throws InterruptedException {
    final int waiting = number(arguments, 1, 5_000);
    final int seconds = number(arguments, 2, 5);
    final int window = number(arguments, 3, 128);
    final int rounds = number(arguments, 4, 3);
    final var loads = Stream.of(arguments[0].split(",")).map(Load::new).toList();
    for (final var load : loads) {
      load.deploy("waiting", userTask());
      load.deploy("three", threeJobs());
      load.create("waiting", waiting, window);
      load.run(seconds, window);
      load.tell("warm-up", 0, waiting);
    }
    for (int i = 1; i <= rounds; i++) {
      for (int j = 0; j < loads.size(); j++) {
        // who comes first changes, so that a busier machine does not always meet the same engine
        final var load = loads.get((i + j) % loads.size());
        load.tell("begin", i, waiting);
        load.run(seconds, window);
        load.tell("round", i, waiting);
      }
    }
    loads.forEach(load -> load.channel.shutdownNow());
    System.exit(0);
  }

  private static int number(final String[] arguments, final int index, final int usual) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : usual;
  }

  private void tell(final String event, final int number, final int waiting) {
    final var last = event.equals("begin") ? new Round(0) : round;
    System.out.printf(
        Locale.ROOT,
        "{\"event\":\"%s\",\"address\":\"%s\",\"round\":%d,\"waiting\":%d,\"instances\":%d,\"instancesPerSecond\":%.1f,\"refused\":%d}%n",
        event, address, number, waiting, last.ended.get(), last.perSecond, refused.get());
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

  /** Keeps so many instances under way for this time, then a while until all have ended; at least one counts. */
  private void run(final int seconds, final int window) throws InterruptedException {
    final var own = new Round(window);
    round = own;
    for (int i = 1; i <= 3; i++) {
      new Worker("step-" + i, i == 3, own).poll();
    }
    final long began = System.nanoTime();
    final long end = began + TimeUnit.SECONDS.toNanos(seconds);
    while (own.places.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      createOne("three", () -> {});
    }
    // an engine that is too slow to end them in time goes into the next round with the rest
    own.places.tryAcquire(window, DRAIN_SECONDS, TimeUnit.SECONDS);
    own.perSecond = Math.max(1, own.ended.get()) / ((System.nanoTime() - began) / 1e9);
    own.over = true;
  }

  /** Creates instances, so many requests under way at once. */
  private void create(final String id, final int instances, final int window)
      throws InterruptedException {
    final var places = new Semaphore(window);
    for (int i = 0; i < instances; i++) {
      places.acquire();
      createOne(id, places::release);
    }
    places.acquire(window);
  }

  private void createOne(final String id, final Runnable created) {
    calls.createProcessInstance(
        CreateProcessInstanceRequest.newBuilder()
            .setBpmnProcessId(id)
            .setVersion(-1)
            .setVariables("{\"caseNumber\":\"2026-000123\",\"unitId\":\"water\",\"urgent\":false}")
            .build(),
        new StreamObserver<CreateProcessInstanceResponse>() {
          @Override
          public void onNext(final CreateProcessInstanceResponse reply) {
            created.run();
          }

          @Override
          public void onError(final Throwable error) {
            refused.incrementAndGet();
            CompletableFuture.delayedExecutor(REFUSED_PAUSE_MS, TimeUnit.MILLISECONDS)
                .execute(() -> createOne(id, created));
          }

          @Override
          public void onCompleted() {
            // counted with the reply
          }
        });
  }

  /** One measurement. */
  private static final class Round {

    private final Semaphore places;
    private final AtomicInteger ended = new AtomicInteger();
    private volatile double perSecond;
    private volatile boolean over;

    Round(final int window) {
      places = new Semaphore(window);
    }
  }

  private final class Worker implements StreamObserver<ActivateJobsResponse> {

    private final String type;
    private final boolean last;
    private final Round own;
    private boolean some;

    Worker(final String type, final boolean last, final Round own) {
      this.type = type;
      this.last = last;
      this.own = own;
    }

    void poll() {
      if (own.over) {
        return;
      }
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
                // not this poll's own: one that is still held may be given jobs of the next round
                final var current = round;
                current.ended.incrementAndGet();
                current.places.release();
              }
            }

            @Override
            public void onError(final Throwable error) {
              refused.incrementAndGet();
              CompletableFuture.delayedExecutor(REFUSED_PAUSE_MS, TimeUnit.MILLISECONDS)
                  .execute(() -> complete(key));
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
