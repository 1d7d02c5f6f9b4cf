package io.huiyin.enginehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob.JobKind;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob.ListenerEventType;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.JobResult;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.JobResultCorrections;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessInstanceCreationRuntimeInstruction;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessInstanceCreationStartInstruction;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StringList;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TerminateProcessInstanceInstruction;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.huiyin.enginehost.support.Client;
import io.huiyin.enginehost.support.Diagrams;
import io.huiyin.enginehost.support.HostProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients see over gRPC. */
class GatewayTest {

  @TempDir static Path data;
  private static HostProcess host;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    host = HostProcess.start(data);
    client = new Client(host.grpcAddress());
    client.deploy("three.bpmn", Diagrams.threeJobs("three"));
    client.deploy("task.bpmn", Diagrams.userTask("task"));
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    host.close();
  }

  @Test
  void everyFieldOfAJobIsFilled() {
    final var created =
        client
            .calls()
            .createProcessInstance(
                CreateProcessInstanceRequest.newBuilder()
                    .setBpmnProcessId("three")
                    .setVersion(-1)
                    .setVariables("{\"a\":1}")
                    .addTags("city:x")
                    .build());
    final var job = client.activate("step-1", 1, 0).getFirst();

    assertEquals(List.of("city:x"), created.getTagsList());
    assertEquals("<default>", created.getTenantId());
    assertEquals(created.getProcessInstanceKey(), job.getProcessInstanceKey());
    assertEquals(created.getProcessDefinitionKey(), job.getProcessDefinitionKey());
    assertEquals("three", job.getBpmnProcessId());
    assertEquals(1, job.getProcessDefinitionVersion());
    assertEquals("step-1", job.getElementId());
    assertTrue(job.getElementInstanceKey() > 0);
    assertEquals("{\"colour\":\"red\"}", job.getCustomHeaders());
    assertEquals("{\"a\":1}", job.getVariables());
    assertEquals("test", job.getWorker());
    assertEquals(3, job.getRetries());
    assertTrue(job.getDeadline() > System.currentTimeMillis());
    assertEquals("<default>", job.getTenantId());
    assertEquals(JobKind.BPMN_ELEMENT, job.getKind());
    assertEquals(ListenerEventType.UNSPECIFIED, job.getListenerEventType());
    assertEquals(List.of("city:x"), job.getTagsList());
    assertFalse(job.hasUserTask());
    client.complete(job.getKey());
  }

  @Test
  void aListenerJobCarriesItsUserTask() {
    client.create("task", "{}");
    final var job = client.activate("task-created", 1, 0).getFirst();

    assertEquals(JobKind.TASK_LISTENER, job.getKind());
    assertEquals(ListenerEventType.CREATING, job.getListenerEventType());
    assertEquals(List.of("clerks"), job.getUserTask().getCandidateGroupsList());
    assertEquals(70, job.getUserTask().getPriority());
    assertTrue(job.getUserTask().getUserTaskKey() > 0);
    client.complete(job.getKey());
  }

  @Test
  void aListenerMayCorrectItsTask() {
    client.create("task", "{}");
    final var job = client.activate("task-created", 1, 0).getFirst();
    client
        .calls()
        .completeJob(
            CompleteJobRequest.newBuilder()
                .setJobKey(job.getKey())
                .setResult(
                    JobResult.newBuilder()
                        .setType("userTask")
                        .setCorrections(
                            JobResultCorrections.newBuilder()
                                .setCandidateGroups(
                                    StringList.newBuilder().addValues("leaders"))
                                .setPriority(90)))
                .build());

    final var assigned = host.get("/v2/user-tasks/" + job.getUserTask().getUserTaskKey());
    assertTrue(assigned.contains("leaders"), assigned);
    assertTrue(assigned.contains("90"), assigned);
  }

  @Test
  void aResultIsAwaitedAndItsVariablesAreChosen() {
    client.deploy("empty.bpmn", Diagrams.empty("empty"));
    final var result =
        client
            .calls()
            .createProcessInstanceWithResult(
                CreateProcessInstanceWithResultRequest.newBuilder()
                    .setRequest(
                        CreateProcessInstanceRequest.newBuilder()
                            .setBpmnProcessId("empty")
                            .setVersion(-1)
                            .addTags("city:y")
                            .setVariables("{\"a\":1,\"b\":2}"))
                    .addFetchVariables("b")
                    .setRequestTimeout(5_000)
                    .build());

    assertEquals("{\"b\":2}", result.getVariables());
    assertEquals(List.of("city:y"), result.getTagsList());
  }

  @Test
  void anInstanceEndsWhereItsStartSaysSo() {
    final var created = client
        .calls()
        .createProcessInstance(
            CreateProcessInstanceRequest.newBuilder()
                .setBpmnProcessId("three")
                .setVersion(-1)
                .addStartInstructions(
                    ProcessInstanceCreationStartInstruction.newBuilder().setElementId("step-2"))
                .addRuntimeInstructions(
                    ProcessInstanceCreationRuntimeInstruction.newBuilder()
                        .setTerminate(
                            TerminateProcessInstanceInstruction.newBuilder()
                                .setAfterElementId("step-2")))
                .build());
    final var job = jobOf(created.getProcessInstanceKey(), "step-2");
    client.complete(job.orElseThrow().getKey());

    assertTrue(jobOf(created.getProcessInstanceKey(), "step-3").isEmpty());
  }

  private static Optional<ActivatedJob> jobOf(final long instance, final String type) {
    return client.activate(type, 100, -1).stream()
        .filter(job -> job.getProcessInstanceKey() == instance)
        .findAny();
  }

  @Test
  void aPayloadOfFourMegabytesGoesThroughAndALargerOneIsRefused() {
    client.create("three", payload(4_000_000));
    final var job = client.activate("step-1", 1, 0).getFirst();
    assertTrue(job.getVariables().length() > 4_000_000);
    client.complete(job.getKey());

    final var error =
        assertThrows(StatusRuntimeException.class, () -> client.create("three", payload(5_000_000)));
    assertEquals(Code.RESOURCE_EXHAUSTED, error.getStatus().getCode());
  }

  @Test
  void manyLargeJobsComeInSeveralMessages() {
    for (int i = 0; i < 5; i++) {
      client.create("three", payload(1_500_000));
    }
    final var jobs = client.activate("step-1", 5, 0);
    jobs.addAll(client.activate("step-1", 5, 500));

    assertEquals(5, jobs.size());
    jobs.forEach(job -> client.complete(job.getKey()));
  }

  @Test
  void aStreamGetsNewJobs() throws Exception {
    client.deploy("pushed.bpmn", Diagrams.timer("pushed", "PT0S"));
    final var jobs = new ArrayBlockingQueue<ActivatedJob>(10);
    final var pushed =
        GatewayGrpc.newBlockingStub(client.channel())
            .streamActivatedJobs(
                StreamActivatedJobsRequest.newBuilder()
                    .setType("after-timer")
                    .setWorker("streamer")
                    .setTimeout(60_000)
                    .build());
    Thread.ofVirtual().start(() -> pushed.forEachRemaining(jobs::add));
    client.calls().topology(TopologyRequest.getDefaultInstance());
    client.create("pushed", "{}");

    final var job = jobs.poll(10, TimeUnit.SECONDS);
    assertEquals("streamer", job.getWorker());
    client.complete(job.getKey());
  }

  @Test
  void anIncompletePollIsRefused() {
    final var error =
        assertThrows(StatusRuntimeException.class, () -> client.activate("", 1, -1));

    assertEquals(Code.INVALID_ARGUMENT, error.getStatus().getCode());
  }

  private static String payload(final int length) {
    return "{\"text\":\"%s\"}".formatted("x".repeat(length));
  }

  @Test
  void rejectionsHaveTheStatusThatClientsExpect() {
    final var error = assertThrows(StatusRuntimeException.class, () -> client.complete(4711));

    assertEquals(Code.NOT_FOUND, error.getStatus().getCode());
  }
}
