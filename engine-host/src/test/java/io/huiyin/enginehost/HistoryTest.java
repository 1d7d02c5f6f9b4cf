package io.huiyin.enginehost;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.enginehost.log.FileLog;
import io.huiyin.enginehost.support.Client;
import io.huiyin.enginehost.support.Diagrams;
import io.huiyin.enginehost.support.HostProcess;
import io.huiyin.enginehost.support.Ledger;
import io.huiyin.enginehost.support.Traffic;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither start nor disk grow with what has long been finished. */
class HistoryTest {

  private static final int INSTANCES = Integer.getInteger("history.instances", 400);
  private static final int EVERY = 4_000;
  private static final Pattern REPLAYED = Pattern.compile("(\\d+) records behind it replayed");

  @TempDir Path data;

  @Test
  void aStartReplaysWhatIsBehindTheSnapshotAndSurvivesADamagedOne() throws Exception {
    final var options = new String[] {"--snapshot-every", String.valueOf(EVERY)};
    try (var host = HostProcess.start(data, options)) {
      finishInstances(host);
      host.kill();
    }
    final long logBytes = logBytes();
    try (var host = HostProcess.start(data, options)) {
      System.out.printf(
          "after %d finished instances: ready in %d ms, %d records replayed, log files of %d MB%n",
          INSTANCES, host.startMillis(), replayed(host), logBytes >> 20);
      assertTrue(replayed(host) < 4 * EVERY, host::stderr);
      host.kill();
    }
    // two snapshots' worth of records, the file in use and the one that is ready
    assertTrue(logBytes <= 5L * FileLog.SEGMENT_BYTES, logBytes + " bytes");

    damageNewestSnapshot();
    try (var host = HostProcess.start(data, options);
        var client = new Client(host.grpcAddress())) {
      assertTrue(host.stderr().contains("an older one used"), host::stderr);
      assertTrue(client.create("three", "{}") > 0);
    }
  }

  private static void finishInstances(final HostProcess host) throws Exception {
    final var ledger = new Ledger();
    try (var client = new Client(host.grpcAddress())) {
      client.deploy("three.bpmn", Diagrams.threeJobs("three"));
    }
    try (var traffic = new Traffic(host.grpcAddress(), ledger, 16)) {
      traffic.awaitCreated(INSTANCES);
      traffic.drain(500);
    }
  }

  private static long replayed(final HostProcess host) {
    final var found = REPLAYED.matcher(host.stderr());
    assertTrue(found.find(), host::stderr);
    return Long.parseLong(found.group(1));
  }

  private long logBytes() throws IOException {
    try (var files = Files.list(data.resolve("log"))) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private void damageNewestSnapshot() throws IOException {
    try (var snapshots = Files.list(data.resolve("snapshots"))) {
      final var newest = snapshots.sorted().toList().getLast();
      try (var files = Files.list(newest)) {
        final var table =
            files.filter(file -> file.toString().endsWith(".sst")).findFirst().orElseThrow();
        try (var bytes = new RandomAccessFile(table.toFile(), "rw")) {
          bytes.seek(bytes.length() / 2);
          final int old = bytes.read();
          bytes.seek(bytes.length() / 2);
          bytes.write(old + 1);
        }
      }
    }
  }
}
