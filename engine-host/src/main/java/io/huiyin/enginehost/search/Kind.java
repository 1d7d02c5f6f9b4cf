package io.huiyin.enginehost.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;

/** How a field is written in JSON, kept in SQL, and what can be asked of it. */
enum Kind {
  KEY("a key: digits in a string", "$eq", "$neq", "$exists", "$in", "$notIn"),
  TEXT("a string", "$eq", "$neq", "$exists", "$in", "$notIn", "$like"),
  NUMBER("a whole number", "$eq", "$neq", "$exists", "$gt", "$gte", "$lt", "$lte", "$in"),
  DATE("a date-time such as 2026-01-31T08:30:00Z", "$eq", "$neq", "$exists", "$gt", "$gte", "$lt", "$lte", "$in"),
  FLAG("true or false", "$eq"),
  JSON("JSON");

  final String wording;
  final Set<String> operators;

  Kind(final String wording, final String... operators) {
    this.wording = wording;
    this.operators = Set.of(operators);
  }

  /** The SQL value of what a filter gives. */
  Object parse(final String field, final JsonNode given) {
    final Object value =
        switch (this) {
          case KEY, NUMBER -> Numbers.whole(given);
          case TEXT -> given.isTextual() ? given.textValue() : null;
          case DATE -> date(given);
          case FLAG -> given.isBoolean() ? given.booleanValue() : null;
          case JSON -> null;
        };
    if (value == null) {
      throw new BadQuery("%s is %s; it must be %s".formatted(field, given, wording));
    }
    return value;
  }

  void show(final ResultSet row, final int column, final String name, final ObjectNode item) throws SQLException {
    switch (this) {
      case KEY -> item.put(name, row.getString(column));
      case TEXT -> item.put(name, row.getString(column));
      case NUMBER -> item.put(name, row.getLong(column));
      case DATE -> item.put(name, isoDate(row.getLong(column)));
      case FLAG -> item.put(name, row.getInt(column) != 0);
      case JSON -> item.set(name, Json.parse(row.getString(column)));
    }
  }

  static String isoDate(final long epochMillis) {
    final var iso = Instant.ofEpochMilli(epochMillis).toString();
    return epochMillis % 1000 == 0 ? iso.replace("Z", ".000Z") : iso;
  }

  private static Long date(final JsonNode given) {
    try {
      return given.isTextual() ? OffsetDateTime.parse(given.textValue()).toInstant().toEpochMilli() : null;
    } catch (final DateTimeException e) {
      return null;
    }
  }
}
