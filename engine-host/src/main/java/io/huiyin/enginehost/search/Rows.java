package io.huiyin.enginehost.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.Map;

/** Writes rows through statements that are prepared once. The SQL must be constants: they are the keys. */
final class Rows {

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new IdentityHashMap<>();

  Rows(final Connection connection) {
    this.connection = connection;
  }

  int write(final String sql, final Object... values) throws SQLException {
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement.executeUpdate();
  }

  static void bind(final PreparedStatement statement, final int index, final Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(index, null);
      case final Long number -> statement.setLong(index, number);
      case final Integer number -> statement.setInt(index, number);
      case final Boolean flag -> statement.setInt(index, flag ? 1 : 0);
      case final Enum<?> name -> statement.setString(index, name.name());
      default -> statement.setString(index, value.toString());
    }
  }

  /** Keys and moments that a record does not have are -1 or 0 there, and absent here. */
  static Long present(final long number) {
    return number > 0 ? number : null;
  }

  static String present(final String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
