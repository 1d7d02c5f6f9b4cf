package io.huiyin.enginehost.search;

import io.huiyin.enginehost.Engine;
import io.huiyin.enginehost.LogFeed;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be searched: rows that one thread makes from the committed log, a batch a transaction, the log position
 * in the same transaction. A crash loses nothing: it goes on from the stored position.
 */
public final class Index implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Index.class);
  private static final Duration QUIET = Duration.ofMillis(500);

  private final Engine engine;
  private final Path file;
  private final Duration history;
  private final Handlers handlers = new Handlers();
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();

  private volatile Database database;
  private volatile long position = -1;
  private volatile Counts counts = new Counts(0, 0, 0);
  private volatile boolean closed;
  private volatile String fault;

  /** Opens the index in this folder and begins to follow the log. */
  public Index(final Engine engine, final Path folder, final Duration history) {
    this.engine = engine;
    this.history = history;
    file = folder.resolve("index.db");
    open();
    thread = Thread.ofPlatform().name("search-index").daemon().start(this::run);
  }

  /** The last record that searches see; -1 while there is none. */
  public long position() {
    return position;
  }

  public Counts counts() {
    return counts;
  }

  /** Why the index no longer follows the log, or null. */
  public String fault() {
    return fault;
  }

  public <T> T read(final Reading<T> reading) {
    return database.read(reading::from);
  }

  /** Waits until searches see everything up to this position. False when the time is over. */
  public boolean awaitPosition(final long wanted, final Duration timeout) {
    return position >= wanted || await(wanted, timeout);
  }

  private boolean await(final long wanted, final Duration timeout) {
    long left = timeout.toNanos();
    lock.lock();
    try {
      while (position < wanted && left > 0 && !closed) {
        left = moved.awaitNanos(left);
      }
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return position >= wanted;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }

  /** Records followed since the start. */
  public record Counts(long commands, long rejections, long events) {}

  public interface Reading<T> {
    T from(java.sql.Connection connection) throws SQLException;
  }

  private void open() {
    try {
      database = Database.open(file);
      final long stored = database.meta(Storing.POSITION, -1);
      if (stored > engine.positions().committed()) {
        LOG.warn("The search index knows more than the log: it belongs to another log and is built anew");
        database.close();
        Database.discard(file);
        database = Database.open(file);
      }
      position = database.meta(Storing.POSITION, -1);
    } catch (final SQLException | IOException e) {
      throw new IllegalStateException("cannot open the search index " + file, e);
    }
  }

  private void run() {
    while (!closed) {
      try (var feed = engine.read(position + 1)) {
        follow(feed, new Storing(database, history));
      } catch (final InterruptedException e) {
        return;
      } catch (final SQLException e) {
        LOG.error("The search index could not be written and is opened again", e);
        recover(e.toString(), Storing.isDamage(e));
      } catch (final RuntimeException e) {
        LOG.error("The search index could not follow the log and tries again", e);
        recover(e.toString(), false);
      }
    }
  }

  private void follow(final LogFeed feed, final Storing storing) throws SQLException, InterruptedException {
    boolean first = position < 0;
    while (!closed) {
      var record = feed.next(QUIET);
      if (first && record != null && record.position() > 1) {
        LOG.warn("The log begins at position {}: what is older is not in the search index", record.position());
      }
      first = first && record == null;
      final var batch = new Batch(feed, storing);
      for (; record != null; record = batch.next()) {
        handlers.apply(record, storing);
      }
      if (storing.commit()) {
        fault = null;
        counts = storing.counts();
        publish(storing.position());
      }
      storing.tidy(engine);
    }
    storing.finish(engine);
  }

  private void publish(final long reached) {
    lock.lock();
    try {
      position = reached;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Begins again from the stored position, or from nothing if the file is damaged. */
  private void recover(final String trouble, final boolean damaged) {
    fault = trouble;
    pause();
    database.close();
    try {
      if (damaged) {
        Database.discard(file);
      }
      open();
    } catch (final IOException | RuntimeException e) {
      LOG.error("The search index cannot be opened", e);
    }
  }

  private void pause() {
    try {
      Thread.sleep(1_000);
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
