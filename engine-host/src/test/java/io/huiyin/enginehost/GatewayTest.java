package io.huiyin.enginehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob.JobKind;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob.ListenerEventType;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.huiyin.enginehost.support.Client;
import io.huiyin.enginehost.support.Diagrams;
import io.huiyin.enginehost.support.HostProcess;
import java.nio.file.Path;
import java.util.List;
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
  void rejectionsHaveTheStatusThatClientsExpect() {
    final var error = assertThrows(StatusRuntimeException.class, () -> client.complete(4711));

    assertEquals(Code.NOT_FOUND, error.getStatus().getCode());
  }
}
