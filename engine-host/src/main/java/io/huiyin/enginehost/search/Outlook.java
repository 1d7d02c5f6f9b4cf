package io.huiyin.enginehost.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.Map;

/** What the engine will do next: its clock, its timers, its open jobs. */
public final class Outlook {

  private static final String PINNED_AT = "SELECT value FROM meta WHERE name = '" + ClockRows.PINNED_AT + "'";
  private static final String LAST_COMMAND = "SELECT value FROM meta WHERE name = '" + Storing.LAST_COMMAND + "'";
  private static final String NEXT_TIMER =
      "SELECT due_date, element_id, process_instance_key FROM timers ORDER BY due_date LIMIT 1";
  private static final String DUE_TIMERS = "SELECT count(*) FROM timers WHERE due_date <= ?";
  private static final String READY_JOBS =
      """
      SELECT type, CASE phase WHEN 'ACTIVATED' THEN 'ACTIVATED' ELSE 'ACTIVATABLE' END, count(*) FROM jobs
      WHERE phase IN ('ACTIVATABLE', 'ACTIVATED') OR (phase = 'BACKOFF' AND backoff_until <= ?)
      GROUP BY 1, 2 ORDER BY 1, 2""";
  private static final String OPEN_JOBS = "SELECT type, count(*) FROM jobs GROUP BY type";

  private final Index index;

  public Outlook(final Index index) {
    this.index = index;
  }

  public record Clock(Instant now, boolean pinned) {}

  public record Timer(Instant dueDate, String elementId, Long processInstanceKey) {}

  public record Jobs(String type, long count, String state) {}

  /**
   * What stands in the way of quiet.
   *
   * @param lastCommand position of the last command that the engine must have processed
   */
  public record Work(long lastCommand, long dueTimers, List<Jobs> jobs) {}

  public Clock clock() {
    return index.read(Outlook::clock);
  }

  /** The earliest open timer, or null. */
  public Timer nextTimer() {
    return index.read(connection -> {
      try (var statement = connection.createStatement();
          var row = statement.executeQuery(NEXT_TIMER)) {
        if (!row.next()) {
          return null;
        }
        final long instance = row.getLong(3);
        return new Timer(Instant.ofEpochMilli(row.getLong(1)), row.getString(2), row.wasNull() ? null : instance);
      }
    });
  }

  /** Jobs that a worker has or could have now, and timers that are due, leaving out jobs of some types. */
  public Work work(final Set<String> ignoredTypes) {
    return index.read(connection -> {
      final long now = clock(connection).now().toEpochMilli();
      final var jobs = new ArrayList<Jobs>();
      try (var query = connection.prepareStatement(READY_JOBS)) {
        query.setLong(1, now);
        try (var row = query.executeQuery()) {
          while (row.next()) {
            if (!ignoredTypes.contains(row.getString(1))) {
              jobs.add(new Jobs(row.getString(1), row.getLong(3), row.getString(2)));
            }
          }
        }
      }
      return new Work(number(connection, LAST_COMMAND, -1), dueTimers(connection, now), jobs);
    });
  }

  public Map<String, Long> openJobs() {
    return index.read(connection -> {
      final var counts = new TreeMap<String, Long>();
      try (var statement = connection.createStatement();
          var row = statement.executeQuery(OPEN_JOBS)) {
        while (row.next()) {
          counts.put(row.getString(1), row.getLong(2));
        }
      }
      return counts;
    });
  }

  private static Clock clock(final Connection connection) throws SQLException {
    final long pinnedAt = number(connection, PINNED_AT, -1);
    return pinnedAt < 0 ? new Clock(Instant.now(), false) : new Clock(Instant.ofEpochMilli(pinnedAt), true);
  }

  private static long dueTimers(final Connection connection, final long now) throws SQLException {
    try (var query = connection.prepareStatement(DUE_TIMERS)) {
      query.setLong(1, now);
      try (var row = query.executeQuery()) {
        return row.getLong(1);
      }
    }
  }

  private static long number(final Connection connection, final String sql, final long whenAbsent)
      throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : whenAbsent;
    }
  }
}
