package io.huiyin.enginehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.camunda.zeebe.protocol.impl.record.value.clock.ClockRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ClockIntent;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.huiyin.enginehost.log.FileLog;
import io.huiyin.enginehost.state.Snapshots;
import io.huiyin.enginehost.support.Diagrams;
import io.huiyin.enginehost.zeebe.ZeebeEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine as its doors use it. */
class EngineTest {

  private static final Duration FIVE_WEEKS = Duration.ofDays(35);

  @TempDir Path data;
  private FileLog log;
  private ZeebeEngine engine;

  @BeforeEach
  void start() throws Exception {
    log = FileLog.open(data.resolve("log"), FileLog.SEGMENT_BYTES, -1, true, Runnable::run);
    final var state = data.resolve("state");
    new Snapshots(data.resolve("snapshots")).restore(state, log.first());
    engine = ZeebeEngine.start(log, state);
  }

  @AfterEach
  void stop() throws Exception {
    engine.close();
    log.close();
  }

  @Test
  void aPinnedClockFiresTimersAndStaysPinnedAfterARestart() throws Exception {
    deploy("timer", Diagrams.timer("timer", "P35D"));
    create("timer");
    assertEquals(0, activate("after-timer", -1));

    final long pinned = System.currentTimeMillis() + FIVE_WEEKS.toMillis() + 60_000;
    engine.send(ValueType.CLOCK, ClockIntent.PIN, -1, new ClockRecord().pinAt(pinned)).join();
    assertEquals(1, activate("after-timer", 10_000));

    stop();
    start();
    deploy("empty", Diagrams.empty("empty"));
    final var feed = engine.read(log.written());
    assertEquals(pinned, feed.next(Duration.ofSeconds(5)).timestamp());
    feed.close();

    engine.send(ValueType.CLOCK, ClockIntent.RESET, -1, new ClockRecord()).join();
    create("timer");
    final var after = engine.read(log.written()).next(Duration.ofSeconds(5));
    assertTrue(Math.abs(after.timestamp() - System.currentTimeMillis()) < 60_000);
  }

  @Test
  void whatWasDoneIsThereAfterARestart() throws Exception {
    deploy("three", Diagrams.threeJobs("three"));
    create("three");
    create("three");
    final var jobs = engine.jobs().activate(request("step-1", 1, -1)).join();
    final long first = jobs.jobKeys().iterator().next().getValue();
    engine.send(ValueType.JOB, JobIntent.COMPLETE, first, new JobRecord()).join();

    stop();
    start();

    assertEquals(1, activate("step-1", -1));
    assertEquals(1, activate("step-2", -1));
  }

  @Test
  void aHeldPollIsWokenByANewJob() throws Exception {
    deploy("three", Diagrams.threeJobs("three"));
    final var poll = engine.jobs().activate(request("step-1", 5, 20_000));
    Thread.sleep(200);
    assertFalse(poll.isDone());

    create("three");

    assertEquals(1, count(poll.join()));
  }

  @Test
  void aHeldPollIsWokenByAJobWhoseTimeIsOver() throws Exception {
    deploy("three", Diagrams.threeJobs("three"));
    create("three");
    final var lost = new JobRequest("step-1", "gone", 300, 1, List.of(), List.of("<default>"), -1);
    assertEquals(1, count(engine.jobs().activate(lost).join()));

    assertEquals(1, activate("step-1", 10_000));
  }

  @Test
  void aHeldPollIsWokenByAJobThatFailedAndWaited() throws Exception {
    deploy("three", Diagrams.threeJobs("three"));
    create("three");
    final var jobs = engine.jobs().activate(request("step-1", 1, -1)).join();
    final long key = jobs.jobKeys().iterator().next().getValue();
    final var failure = new JobRecord().setRetries(2).setRetryBackoff(500);
    engine.send(ValueType.JOB, JobIntent.FAIL, key, failure).join();
    assertEquals(0, activate("step-1", -1));

    assertEquals(1, activate("step-1", 10_000));
  }

  @Test
  void jobsThatAreHandedBackComeAgainAtOnceWithTheirRetries() throws Exception {
    deploy("three", Diagrams.threeJobs("three"));
    create("three");
    final var first = engine.jobs().activate(request("step-1", 1, -1)).join();
    engine.jobs().handBack(first);

    final var again = engine.jobs().activate(request("step-1", 1, 5_000)).join();
    assertEquals(
        first.jobKeys().iterator().next().getValue(), again.jobKeys().iterator().next().getValue());
    assertEquals(3, again.jobs().iterator().next().getRetries());
  }

  @Test
  void refusalsAreTheEnginesOwn() {
    final var error = failure(engine.send(ValueType.JOB, JobIntent.COMPLETE, 4711, new JobRecord()));

    final var rejected = assertInstanceOf(Rejected.class, error);
    assertEquals(RejectionType.NOT_FOUND, rejected.type());
    assertEquals(JobIntent.COMPLETE, rejected.intent());
  }

  @Test
  void aResultThatDoesNotComeInTimeIsNotAnswered() throws Exception {
    deploy("three", Diagrams.threeJobs("three"));
    final var error =
        failure(
            engine.send(
                ValueType.PROCESS_INSTANCE_CREATION,
                ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT,
                -1,
                new ProcessInstanceCreationRecord().setBpmnProcessId("three").setVersion(-1),
                Duration.ofMillis(300)));

    assertInstanceOf(NotAnswered.class, error);
  }

  @Test
  void tooManyUnansweredCommandsAreRefusedAndTheRestIsCarriedOut() {
    final var all = new ArrayList<CompletableFuture<Answer>>();
    for (int i = 0; i < 5_000; i++) {
      all.add(
          engine.send(
              ValueType.MESSAGE,
              MessageIntent.PUBLISH,
              -1,
              new MessageRecord()
                  .setName("m")
                  .setCorrelationKey(String.valueOf(i))
                  .setTimeToLive(0)
                  .setVariables(JobRecord.NO_HEADERS)));
    }
    int refused = 0;
    for (final var one : all) {
      final var error = failure(one);
      if (error != null) {
        assertInstanceOf(Overloaded.class, error);
        refused++;
      }
    }
    assertTrue(refused > 0 && refused <= 4_000, refused + " refused");
  }

  @Test
  void theFeedGivesEveryRecordInOrder() throws Exception {
    deploy("empty", Diagrams.empty("empty"));
    final long end = engine.positions().committed();
    try (var feed = engine.read(1)) {
      for (long position = 1; position <= end; position++) {
        final var record = feed.next(Duration.ofSeconds(5));
        assertEquals(position, record.position());
        assertNotNull(record.value());
      }
    }
  }

  @Test
  void anInvalidDiagramIsRejectedWithItsReason() {
    final var error = assertThrows(CompletionException.class, () -> deploy("bad", "<no diagram/>"));

    assertTrue(error.getCause().getMessage().contains("bad.bpmn"), error::getMessage);
  }

  private void deploy(final String id, final String diagram) {
    final var record = new DeploymentRecord();
    record
        .resources()
        .add()
        .setResourceName(id + ".bpmn")
        .setResource(diagram.getBytes(StandardCharsets.UTF_8));
    engine
        .send(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, -1, record, Duration.ofSeconds(30))
        .join();
  }

  private void create(final String id) {
    engine
        .send(
            ValueType.PROCESS_INSTANCE_CREATION,
            ProcessInstanceCreationIntent.CREATE,
            -1,
            new ProcessInstanceCreationRecord().setBpmnProcessId(id).setVersion(-1))
        .join();
  }

  private int activate(final String type, final long requestTimeout) {
    return count(engine.jobs().activate(request(type, 10, requestTimeout)).join());
  }

  private static int count(final JobBatchRecord batch) {
    return batch.getJobKeys().size();
  }

  private static JobRequest request(final String type, final int max, final long requestTimeout) {
    return new JobRequest(
        type, "test", 60_000, max, List.of(), List.of("<default>"), requestTimeout);
  }

  private static Throwable failure(final CompletableFuture<Answer> answer) {
    try {
      answer.join();
      return null;
    } catch (final CompletionException e) {
      return e.getCause();
    }
  }
}
