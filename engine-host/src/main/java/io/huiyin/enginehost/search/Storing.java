package io.huiyin.enginehost.search;

import io.huiyin.enginehost.Engine;
import io.huiyin.enginehost.LogRecord;
import java.sql.SQLException;
import java.time.Duration;

/** The transaction under way, and the housekeeping between transactions. */
final class Storing {

  static final String POSITION = "position";
  static final String LAST_COMMAND = "last command";

  private static final long CHECKPOINT_EVERY_MS = 3_000;
  private static final int SQLITE_CORRUPT = 11;
  private static final int SQLITE_NOT_A_DATABASE = 26;

  private final Database database;
  private final Rows rows;
  private final History history;
  private long reached = -1;
  private long committed = -1;
  private long lastCommand = -1;
  private long commands;
  private long rejections;
  private long events;
  private long checkpointed = -1;
  private long lastCheckpoint;
  private long lastCommit = System.nanoTime();

  Storing(final Database database, final Duration history) {
    this.database = database;
    rows = new Rows(database.writer());
    this.history = new History(database, rows, history);
  }

  Rows rows() {
    return rows;
  }

  void reached(final LogRecord record) {
    reached = record.position();
    switch (record.recordType()) {
      case COMMAND -> commands++;
      case COMMAND_REJECTION -> rejections++;
      default -> events++;
    }
    if (record.isOpenCommand()) {
      lastCommand = reached;
    }
  }

  Index.Counts counts() {
    return new Index.Counts(commands, rejections, events);
  }

  long position() {
    return committed;
  }

  /** False when there was nothing to commit. */
  boolean commit() throws SQLException {
    if (reached <= committed) {
      return false;
    }
    rows.write(Database.WRITE_META, POSITION, reached);
    if (lastCommand > committed) {
      rows.write(Database.WRITE_META, LAST_COMMAND, lastCommand);
    }
    database.writer().commit();
    committed = reached;
    lastCommit = System.nanoTime();
    return true;
  }

  long nanosSinceCommit() {
    return System.nanoTime() - lastCommit;
  }

  void tidy(final Engine engine) throws SQLException {
    final long now = System.currentTimeMillis();
    if (committed > checkpointed && now - lastCheckpoint >= CHECKPOINT_EVERY_MS) {
      lastCheckpoint = now;
      checkpoint(engine);
    }
    history.forget(now);
  }

  void finish(final Engine engine) throws SQLException {
    commit();
    checkpoint(engine);
  }

  static boolean isDamage(final SQLException e) {
    final int code = e.getErrorCode() & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOT_A_DATABASE;
  }

  /** Only what has gone from the journal into the file, and the file to the disk, is stored for good. */
  private void checkpoint(final Engine engine) throws SQLException {
    database.writer().setAutoCommit(true);
    try (var statement = database.writer().createStatement();
        var result = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
      final boolean complete = result.next() && result.getInt(1) == 0 && result.getLong(2) == result.getLong(3);
      if (complete && committed > checkpointed) {
        checkpointed = committed;
        engine.indexedUpTo(committed);
      }
    } finally {
      database.writer().setAutoCommit(false);
    }
  }
}
