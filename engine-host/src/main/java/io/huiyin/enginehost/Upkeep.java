package io.huiyin.enginehost;

import io.huiyin.enginehost.log.FileLog;
import io.huiyin.enginehost.state.Snapshots;
import io.huiyin.enginehost.zeebe.ZeebeEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes snapshots of the state and cuts the log behind them, so that neither disk nor start grow. */
final class Upkeep implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration ON_DISK = Duration.ofSeconds(30);

  /** Copying a large state must not become the host's main work. */
  private static final int SHARE_OF_TIME = 10;

  private final ZeebeEngine engine;
  private final FileLog log;
  private final Snapshots snapshots;
  private final Path checkpoint;
  private final int every;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "upkeep"));
  private long position;
  private long cutAt;
  private long notBefore = System.nanoTime();

  Upkeep(
      final ZeebeEngine engine,
      final FileLog log,
      final Snapshots snapshots,
      final Path checkpoint,
      final long restored,
      final int every) {
    this.engine = engine;
    this.log = log;
    this.snapshots = snapshots;
    this.checkpoint = checkpoint;
    this.position = restored;
    this.every = every;
    thread.scheduleWithFixedDelay(
        this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      if (log.written() - position >= every && System.nanoTime() - notBefore >= 0) {
        takeSnapshot();
      }
      cut();
    } catch (final Exception e) {
      // the log still holds everything; the next look tries again
      LOG.error("no snapshot was taken", e);
    }
  }

  private void takeSnapshot() throws IOException, InterruptedException {
    final long began = System.nanoTime();
    final long now = engine.processed();
    if (now <= position) {
      return;
    }
    Snapshots.clear(checkpoint);
    engine.state().createSnapshot(checkpoint.toFile());
    // The checkpoint may hold the effect of records that are not on disk yet: wait for them.
    if (!log.awaitCommitted(log.written(), ON_DISK)) {
      throw new IOException("the log did not reach the disk");
    }
    snapshots.keep(checkpoint, now);
    Snapshots.clear(checkpoint);
    final long took = System.nanoTime() - began;
    position = now;
    notBefore = System.nanoTime() + SHARE_OF_TIME * took;
    LOG.info("snapshot at {} in {} ms", now, TimeUnit.NANOSECONDS.toMillis(took));
  }

  private void cut() throws IOException {
    final long unneeded = Math.min(snapshots.oldestNeeded(), engine.positions().indexed());
    if (unneeded > cutAt) {
      log.deleteBefore(unneeded);
      cutAt = unneeded;
    }
  }

  /** Takes a last snapshot where replaying would cost the next start some time. */
  @Override
  public void close() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(1, TimeUnit.MINUTES);
    try {
      if (engine.isHealthy() && log.written() - position >= every / SHARE_OF_TIME) {
        takeSnapshot();
      }
    } catch (final IOException | RuntimeException e) {
      LOG.warn("no last snapshot was taken: {}", e.getMessage());
    }
  }
}
