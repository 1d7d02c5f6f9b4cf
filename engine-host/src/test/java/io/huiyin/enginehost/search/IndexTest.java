package io.huiyin.enginehost.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.huiyin.enginehost.JobRequest;
import io.huiyin.enginehost.log.FileLog;
import io.huiyin.enginehost.state.Snapshots;
import io.huiyin.enginehost.support.Client;
import io.huiyin.enginehost.support.Diagrams;
import io.huiyin.enginehost.support.HostProcess;
import io.huiyin.enginehost.support.Ledger;
import io.huiyin.enginehost.support.Traffic;
import io.huiyin.enginehost.zeebe.ZeebeEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index says the same whatever happened to it. */
class IndexTest {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path data;
  private FileLog log;
  private ZeebeEngine engine;

  @AfterEach
  void stop() throws Exception {
    if (engine != null) {
      engine.close();
      log.close();
    }
  }

  @Test
  void goesOnWhereItStood() throws Exception {
    start();
    deploy();
    create(3);
    try (var index = open("index", KEPT)) {
      assertEquals(3, count(index, "process_instances"));
      assertEquals(3, count(index, "jobs"));
    }
    create(2);
    finishOneJob();
    try (var index = open("index", KEPT);
        var fresh = open("fresh", KEPT)) {
      assertEquals(5, count(index, "process_instances"));
      assertSame(fresh, index);
    }
  }

  @Test
  void isBuiltAnewWhenItsFileIsMissingOrDamaged() throws Exception {
    start();
    deploy();
    create(3);
    open("index", KEPT).close();
    final var file = data.resolve("index").resolve("index.db");
    Files.write(file, new byte[8_192], StandardOpenOption.WRITE);
    try (var index = open("index", KEPT)) {
      assertEquals(3, count(index, "process_instances"));
    }
    assertTrue(Files.exists(Path.of(file + ".damaged")));

    Files.delete(file);
    try (var index = open("index", KEPT)) {
      assertEquals(3, count(index, "process_instances"));
      assertEquals(1, count(index, "process_definitions"));
    }
  }

  @Test
  void isBuiltAnewWhenItBelongsToAnotherLog() throws Exception {
    start();
    deploy();
    create(5);
    open("index", KEPT).close();
    stop();
    Snapshots.clear(data.resolve("log"));
    Snapshots.clear(data.resolve("state"));
    start();
    try (var index = open("index", KEPT)) {
      assertEquals(0, count(index, "process_instances"));
    }
  }

  @Test
  void forgetsWhatHasEndedAndKeepsWhatIsOpen() throws Exception {
    start();
    deploy();
    create(2);
    for (int step = 0; step < 3; step++) {
      finishOneJob("step-" + (step + 1));
    }
    try (var index = open("index", KEPT)) {
      assertEquals(2, count(index, "process_instances"));
    }
    try (var index = open("index", Duration.ZERO)) {
      await(() -> count(index, "process_instances") == 1);
      assertEquals(1, count(index, "process_instances WHERE state = 'ACTIVE'"));
      assertEquals(0, count(index,
          "element_instances WHERE process_instance_key NOT IN (SELECT key FROM process_instances)"));
      assertEquals(1, count(index, "process_definitions"));
    }
  }

  @Test
  void losesNothingWhenTheHostIsKilled() throws Exception {
    for (int round = 0; round < 3; round++) {
      try (var host = HostProcess.start(data)) {
        try (var client = new Client(host.grpcAddress())) {
          client.deploy("three.bpmn", Diagrams.threeJobs("three"));
        }
        try (var traffic = new Traffic(host.grpcAddress(), new Ledger(), 4)) {
          TimeUnit.MILLISECONDS.sleep(1_500);
          host.kill();
        }
      }
    }
    start();
    try (var index = open("index", KEPT);
        var fresh = open("fresh", KEPT)) {
      assertTrue(count(index, "process_instances") > 0);
      assertSame(fresh, index);
    }
  }

  private void start() throws Exception {
    log = FileLog.open(data.resolve("log"), FileLog.SEGMENT_BYTES, -1, true, Runnable::run);
    final var state = data.resolve("state");
    new Snapshots(data.resolve("snapshots")).restore(state, log.first());
    engine = ZeebeEngine.start(log, state);
  }

  /** Opens an index and waits until it has seen the whole log. */
  private Index open(final String folder, final Duration history) throws Exception {
    final var index = new Index(engine, Files.createDirectories(data.resolve(folder)), history);
    assertTrue(index.awaitPosition(engine.positions().committed(), PATIENCE));
    return index;
  }

  private void deploy() {
    final var deployment = new DeploymentRecord();
    deployment.resources().add()
        .setResourceName(BufferUtil.wrapString("three.bpmn"))
        .setResource(BufferUtil.wrapArray(Diagrams.threeJobs("three").getBytes(StandardCharsets.UTF_8)));
    engine.send(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, -1, deployment).join();
  }

  private void create(final int instances) {
    for (int i = 0; i < instances; i++) {
      engine.send(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, -1,
          new ProcessInstanceCreationRecord().setBpmnProcessId("three")).join();
    }
  }

  private void finishOneJob() {
    finishOneJob("step-1");
  }

  private void finishOneJob(final String type) {
    final var request = new JobRequest(type, "test", 60_000, 1, List.of(), List.of(), 5_000);
    final var key = engine.jobs().activate(request).join().getJobKeys().getFirst();
    engine.send(ValueType.JOB, JobIntent.COMPLETE, key, new JobRecord()).join();
  }

  /** The engine may still be at work on what was left to do: both must come to say the same. */
  private static void assertSame(final Index expected, final Index found) throws InterruptedException {
    await(() -> Dump.of(expected).equals(Dump.of(found)));
  }

  private static long count(final Index index, final String from) {
    return index.read(connection -> {
      try (var statement = connection.createStatement();
          var row = statement.executeQuery("SELECT count(*) FROM " + from)) {
        return row.getLong(1);
      }
    });
  }

  private static void await(final BooleanSupplier holds) throws InterruptedException {
    final long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not so in time");
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
