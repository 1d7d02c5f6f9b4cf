package io.huiyin.enginehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.enginehost.support.Client;
import io.huiyin.enginehost.support.Diagrams;
import io.huiyin.enginehost.support.HostProcess;
import io.huiyin.enginehost.support.Ledger;
import io.huiyin.enginehost.support.Traffic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host is killed under load, again and again: what it acknowledged is there, and only once. */
class CrashTest {

  private static final int ROUNDS = Integer.getInteger("crash.rounds", 4);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
  private static final int CREATORS = 4;

  @TempDir Path data;

  @Test
  void nothingAcknowledgedIsLostOrDoneTwice() throws Exception {
    crash("--snapshot-every", "50000");
  }

  @Test
  void norWhenItDiesAroundSnapshots() throws Exception {
    crash("--snapshot-every", "500");

    try (var snapshots = Files.list(data.resolve("snapshots"))) {
      assertTrue(snapshots.count() > 0, "snapshots were taken");
    }
  }

  private void crash(final String... options) throws Exception {
    System.out.printf("crash test %s: seed %d%n", List.of(options), SEED);
    final var random = new Random(SEED);
    final var ledger = new Ledger();
    for (int round = 0; round < ROUNDS; round++) {
      try (var host = HostProcess.start(data, options)) {
        assertTrue(host.isReady(), host::stderr);
        if (round == 0) {
          deploy(host);
        }
        try (var traffic = new Traffic(host.grpcAddress(), ledger, CREATORS)) {
          traffic.awaitCreated(ledger.createdCount() + 20);
          Thread.sleep(random.nextInt(1_000));
          host.kill();
        }
      }
    }
    try (var host = HostProcess.start(data, options);
        var traffic = new Traffic(host.grpcAddress(), ledger, 0)) {
      unlock(host);
      traffic.drain(3_000);
      settle(host, ledger);
    }
    System.out.printf(
        "%d instances and %d job completions were acknowledged in %d rounds%n",
        ledger.createdCount(), ledger.completedCount(), ROUNDS);
    assertTrue(ledger.createdCount() > 0);
    assertEquals(List.of(), ledger.faults());
  }

  private static void deploy(final HostProcess host) throws InterruptedException {
    try (var client = new Client(host.grpcAddress())) {
      client.deploy("three.bpmn", Diagrams.threeJobs("three"));
    }
  }

  private static void settle(final HostProcess host, final Ledger ledger)
      throws InterruptedException {
    try (var client = new Client(host.grpcAddress())) {
      for (final long job : ledger.unsure()) {
        ledger.settle(job, client.isThere(job));
      }
    }
  }

  /** Jobs that dead workers held are locked for their minute: move the engine's clock past it. */
  private static void unlock(final HostProcess host) throws Exception {
    host.put("/v2/clock", "{\"timestamp\":%d}".formatted(System.currentTimeMillis() + 300_000));
  }
}
