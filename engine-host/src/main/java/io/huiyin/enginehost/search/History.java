package io.huiyin.enginehost.search;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Forgets process instances some time after they have ended, and all that hangs on them. */
final class History {

  private static final long EVERY_MS = 60_000;
  private static final int AT_ONCE = 100;
  private static final String FIND =
      "SELECT key FROM process_instances WHERE end_date IS NOT NULL AND end_date < ? ORDER BY end_date LIMIT ?";
  private static final List<String> DELETE =
      List.of(
          """
          DELETE FROM incident_ancestors WHERE incident_key IN
            (SELECT key FROM incidents WHERE process_instance_key = ?)""",
          "DELETE FROM incidents WHERE process_instance_key = ?",
          "DELETE FROM user_tasks WHERE process_instance_key = ?",
          "DELETE FROM variables WHERE process_instance_key = ?",
          "DELETE FROM sequence_flows WHERE process_instance_key = ?",
          "DELETE FROM element_instances WHERE process_instance_key = ?",
          "DELETE FROM jobs WHERE process_instance_key = ?",
          "DELETE FROM tags WHERE process_instance_key = ?",
          "DELETE FROM process_instances WHERE key = ?");

  private final Database database;
  private final Rows rows;
  private final Duration kept;
  private long next;

  History(final Database database, final Rows rows, final Duration kept) {
    this.database = database;
    this.rows = rows;
    this.kept = kept;
  }

  /** A few at a time, so that the index does not fall behind the log. */
  void forget(final long now) throws SQLException {
    if (now < next) {
      return;
    }
    final var ended = endedBefore(engineTime(now) - kept.toMillis());
    for (final var key : ended) {
      for (final var statement : DELETE) {
        rows.write(statement, key);
      }
    }
    database.writer().commit();
    next = ended.size() < AT_ONCE ? now + EVERY_MS : 0;
  }

  /** Ends are noted by the engine's clock, so they are compared with it. */
  private long engineTime(final long now) throws SQLException {
    return database.meta(ClockRows.PINNED_AT, now);
  }

  private List<Long> endedBefore(final long moment) throws SQLException {
    final var keys = new ArrayList<Long>();
    try (var query = database.writer().prepareStatement(FIND)) {
      query.setLong(1, moment);
      query.setInt(2, AT_ONCE);
      try (var result = query.executeQuery()) {
        while (result.next()) {
          keys.add(result.getLong(1));
        }
      }
    }
    return keys;
  }
}
