package io.huiyin.enginehost;

import io.huiyin.enginehost.grpc.GrpcDoor;
import io.huiyin.enginehost.log.DamagedLog;
import io.huiyin.enginehost.log.FileLog;
import io.huiyin.enginehost.log.FolderLock;
import io.huiyin.enginehost.rest.RestServer;
import io.huiyin.enginehost.search.Index;
import io.huiyin.enginehost.state.Snapshots;
import io.huiyin.enginehost.zeebe.ZeebeEngine;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All parts of the host, started in order and stopped in the opposite one. */
final class RunningHost implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningHost.class);

  /** The state's tables, the next file of the log and the search index are written unasked. */
  private static final long NEEDED_BYTES = 128L << 20;

  private final Options options;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private ZeebeEngine engine;
  private GrpcDoor grpc;
  private RestServer rest;

  private RunningHost(final Options options) {
    this.options = options;
  }

  /** Returns when commands are taken. What was opened is closed again when it fails. */
  static RunningHost start(final Options options) throws StartFault, InterruptedException {
    final var host = new RunningHost(options);
    try {
      Ports.check(options);
      host.open();
      return host;
    } catch (final DamagedLog e) {
      throw host.fault(
          StartFault.DAMAGED_DATA,
          "the log is damaged: %s; nothing was changed: put the folder back from a copy".formatted(e.getMessage()));
    } catch (final IOException e) {
      throw host.fault(
          StartFault.FOLDER_UNUSABLE,
          "--data %s cannot be used (%s): name a folder that may be written to".formatted(options.data(), e));
    } catch (final RuntimeException e) {
      LOG.error("the engine did not start", e);
      throw host.fault(
          StartFault.DAMAGED_DATA,
          "the engine cannot go on from what is in %s; the line above says why: make room or put the folder back from a copy"
              .formatted(options.data()));
    } catch (final StartFault e) {
      host.close();
      throw e;
    }
  }

  private StartFault fault(final int code, final String sentence) {
    close();
    return new StartFault(code, sentence);
  }

  private void open() throws IOException, StartFault, InterruptedException {
    final var data = Files.createDirectories(options.data());
    FileLog.forceName(data);
    final var lock = FolderLock.take(data);
    if (lock == null) {
      throw new StartFault(
          StartFault.FOLDER_UNUSABLE,
          "--data %s is in use by another engine-host: stop it or name another folder".formatted(data));
    }
    opened.push(lock);
    if (freeBytes() < NEEDED_BYTES) {
      throw new StartFault(StartFault.FOLDER_UNUSABLE, noRoom());
    }
    checkFormat(data.resolve("format"));

    final var answers = Executors.newFixedThreadPool(2, task -> new Thread(task, "answers"));
    opened.push(answers::shutdown);
    final var snapshots = new Snapshots(data.resolve("snapshots"));
    final var log =
        FileLog.open(data.resolve("log"), FileLog.SEGMENT_BYTES, snapshots.newest(), options.durable(), answers);
    opened.push(log);
    final var state = data.resolve("state");
    final long restored = snapshots.restore(state, log.first());
    if (restored < 0 && log.first() > 1) {
      throw new StartFault(
          StartFault.DAMAGED_DATA,
          "no snapshot in %s can be used and the log begins only at %d: put the folder back from a copy"
              .formatted(data, log.first()));
    }
    final long began = System.nanoTime();
    engine = ZeebeEngine.start(log, state);
    opened.push(engine);
    LOG.info(
        "snapshot {}, {} records behind it replayed in {} ms",
        restored,
        Math.max(0, log.written() - Math.max(0, restored)),
        (System.nanoTime() - began) / 1_000_000);
    final var index = new Index(engine, Files.createDirectories(data.resolve("index")), options.history());
    opened.push(index);
    opened.push(
        new Upkeep(engine, log, snapshots, data.resolve("checkpoint"), restored, options.snapshotEvery()));
    openDoors(index);
  }

  private void openDoors(final Index index) throws IOException, StartFault {
    try {
      grpc = GrpcDoor.open(engine, new InetSocketAddress(options.host(), options.grpcPort()));
      opened.push(grpc);
    } catch (final IOException e) {
      throw Ports.taken(Ports.GRPC, options.host(), options.grpcPort());
    }
    try {
      rest = new RestServer(engine, index, options.host(), options.restPort());
      opened.push(rest);
    } catch (final BindException e) {
      throw Ports.taken(Ports.REST, options.host(), options.restPort());
    }
  }

  private static void checkFormat(final Path file) throws IOException, StartFault {
    final var format = "engine-host 1";
    if (!Files.exists(file)) {
      Files.writeString(file, format + "\n");
    }
    final var found = Files.readString(file).strip();
    if (!found.equals(format)) {
      throw new StartFault(
          StartFault.DAMAGED_DATA,
          "%s says '%s' where this version writes '%s': use the version that wrote it".formatted(file, found, format));
    }
  }

  int grpcPort() {
    return grpc.port();
  }

  int restPort() {
    return rest.port();
  }

  /** Looks at engine and disk until one of them fails. @return what is wrong and what to do */
  String awaitFault(final long lookMillis) throws InterruptedException {
    while (engine.isHealthy()) {
      if (freeBytes() < NEEDED_BYTES) {
        return noRoom() + "; it goes on where it stopped";
      }
      Thread.sleep(lookMillis);
    }
    return "the engine has failed and stops; started again it goes on from its log";
  }

  private long freeBytes() {
    return options.data().toFile().getUsableSpace();
  }

  private String noRoom() {
    return "the disk of %s has less than %d MB left: make room and start again"
        .formatted(options.data(), NEEDED_BYTES >> 20);
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (final Exception e) {
        LOG.error("a part did not stop in order", e);
      }
    }
  }
}
