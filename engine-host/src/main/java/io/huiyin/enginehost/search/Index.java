package io.huiyin.enginehost.search;

import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.huiyin.enginehost.Engine;
import io.huiyin.enginehost.LogFeed;
import io.huiyin.enginehost.LogRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
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
  private static final int LARGEST_BATCH = 2_000;
  private static final Duration QUIET = Duration.ofMillis(500);

  private final Engine engine;
  private final Path file;
  private final Duration history;
  private final Map<ValueType, RecordHandler> handlers = new EnumMap<>(ValueType.class);
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
    final var definitions = new DefinitionRows();
    handlers.put(ValueType.PROCESS, definitions);
    handlers.put(ValueType.DECISION, definitions);
    handlers.put(ValueType.DECISION_REQUIREMENTS, definitions);
    handlers.put(ValueType.FORM, definitions);
    handlers.put(ValueType.PROCESS_INSTANCE, new InstanceRows());
    handlers.put(ValueType.USER_TASK, new UserTaskRows());
    handlers.put(ValueType.JOB, new JobRows());
    handlers.put(ValueType.JOB_BATCH, new JobBatchRows());
    handlers.put(ValueType.INCIDENT, new IncidentRows());
    handlers.put(ValueType.TIMER, new TimerRows());
    handlers.put(ValueType.VARIABLE, new VariableRows());
    handlers.put(ValueType.CLOCK, new ClockRows());
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
        fault = null;
        follow(feed, new Storing(database, history));
      } catch (final InterruptedException e) {
        return;
      } catch (final SQLException e) {
        recover(e);
      } catch (final RuntimeException e) {
        fault = e.toString();
        LOG.error("The search index stopped and tries again", e);
        pause();
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
      for (int taken = 0; record != null; record = ++taken < LARGEST_BATCH ? feed.next(Duration.ZERO) : null) {
        apply(record, storing);
      }
      if (storing.commit()) {
        counts = storing.counts();
        publish(storing.position());
      }
      storing.tidy(engine);
    }
    storing.finish(engine);
  }

  private void apply(final LogRecord record, final Storing storing) throws SQLException {
    if (record.recordType() == RecordType.EVENT) {
      final var handler = handlers.get(record.valueType());
      if (handler != null) {
        handler.apply(record, storing.rows());
      }
    }
    storing.reached(record);
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

  /** A write failed: begin again from the stored position, or from nothing if the file is damaged. */
  private void recover(final SQLException trouble) {
    fault = trouble.getMessage();
    LOG.error("The search index could not be written and is opened again: {}", trouble.getMessage());
    pause();
    database.close();
    try {
      if (Storing.isDamage(trouble)) {
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
