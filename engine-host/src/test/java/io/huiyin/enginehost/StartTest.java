package io.huiyin.enginehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.enginehost.support.HostProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the host says, and how it ends, when it cannot start. */
class StartTest {

  @TempDir Path data;

  @Test
  void aSecondHostOnTheSameFolderIsRefused() throws Exception {
    try (var first = HostProcess.start(data);
        var second = HostProcess.start(data)) {
      assertTrue(first.isReady(), first::stderr);
      assertRefused(second, 5, data.toString(), "in use");
      assertEquals(0, first.stop(), first::stderr);
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var host =
            HostProcess.start(data, "--rest-port", String.valueOf(taken.getLocalPort()))) {
      assertRefused(host, 4, String.valueOf(taken.getLocalPort()), "--rest-port");
      assertFalse(Files.exists(data.resolve("log")), "the data is left alone");
    }
  }

  @Test
  void badOptionsAreNamedTogether() throws Exception {
    try (var host = HostProcess.start(data, "--commit", "sometimes", "--history-days", "-1")) {
      assertRefused(host, 2, "--commit is 'sometimes'", "--history-days is '-1'");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    final var file = Files.writeString(data.resolve("file"), "no folder");
    try (var host = HostProcess.start(file)) {
      assertRefused(host, 5, file.toString(), "--data");
    }
  }

  @Test
  void aDamagedLogIsNamedAndLeftAsItIs() throws Exception {
    try (var host = HostProcess.start(data)) {
      assertEquals(0, host.stop(), host::stderr);
    }
    final var segment = data.resolve("log/0000000000000000001.seg");
    try (var bytes = new RandomAccessFile(segment.toFile(), "rw")) {
      bytes.seek(60);
      bytes.write(bytes.read() + 1);
    }
    final var before = Files.mismatch(segment, copy(segment));

    try (var host = HostProcess.start(data)) {
      assertRefused(host, 3, segment.toString(), "offset 0");
    }
    assertEquals(-1, before);
    assertEquals(-1, Files.mismatch(segment, data.resolve("copy")));
  }

  private Path copy(final Path file) throws IOException {
    return Files.copy(file, data.resolve("copy"));
  }

  private static void assertRefused(final HostProcess host, final int code, final String... words)
      throws InterruptedException {
    assertEquals(code, host.exitCode(), host::stderr);
    assertFalse(host.isReady());
    final var said =
        Stream.of(host.stderr().split("\n")).filter(line -> line.startsWith("engine-host: ")).toList();
    assertEquals(1, said.size(), host::stderr);
    for (final var word : Set.of(words)) {
      assertTrue(said.getFirst().contains(word), said::getFirst);
    }
  }
}
