package io.huiyin.enginehost.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rows of an index, to compare two. */
final class Dump {

  private Dump() {}

  static Map<String, List<String>> of(final Index index) {
    return index.read(connection -> {
      final var rows = new TreeMap<String, List<String>>();
      for (final var table : strings(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")) {
        if (!table.equals("meta")) {
          rows.put(table, rows(connection, table));
        }
      }
      return rows;
    });
  }

  private static List<String> strings(final Connection connection, final String sql) throws SQLException {
    final var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    return found;
  }

  private static List<String> rows(final Connection connection, final String table) throws SQLException {
    final var rows = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2")) {
      final int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        final var values = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
          values.add(row.getString(i));
        }
        rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
      }
    }
    return rows;
  }
}
