package io.huiyin.enginehost.search;

import io.huiyin.enginehost.LogFeed;
import io.huiyin.enginehost.LogRecord;
import java.time.Duration;

/**
 * The records of one transaction. A commit costs as much as many rows, so under load the batch waits a moment for
 * more; a record that comes alone is committed at once.
 */
final class Batch {

  private static final int LARGEST = 2_000;
  private static final long LOAD_NANOS = Duration.ofMillis(5).toNanos();
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final LogFeed feed;
  private final boolean underLoad;
  private final long end = System.nanoTime() + LOAD_NANOS;
  private int taken = 1;

  Batch(final LogFeed feed, final Storing storing) {
    this.feed = feed;
    underLoad = storing.nanosSinceCommit() < LOAD_NANOS;
  }

  /** The next one that belongs to it, or null. */
  LogRecord next() throws InterruptedException {
    if (taken++ == LARGEST) {
      return null;
    }
    final var record = feed.next(Duration.ZERO);
    return record == null && underLoad && System.nanoTime() < end ? feed.next(PAUSE) : record;
  }
}
