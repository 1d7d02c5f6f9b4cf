package io.huiyin.enginehost.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The conditions of a search: SQL with its values, joined by AND. */
public final class Where {

  private static final Map<String, String> COMPARISONS =
      Map.of("$eq", "=", "$neq", "IS NOT", "$gt", ">", "$gte", ">=", "$lt", "<", "$lte", "<=");

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private Where element;

  public Where and(final String condition, final Object... given) {
    conditions.add(condition);
    Collections.addAll(values, given);
    return this;
  }

  public Where and(final Where other) {
    conditions.add("(" + other.sql() + ")");
    values.addAll(other.values());
    return this;
  }

  public Where or(final List<Where> others) {
    if (!others.isEmpty()) {
      conditions.add("(" + String.join(" OR ", others.stream().map(other -> "(" + other.sql() + ")").toList()) + ")");
      others.forEach(other -> values.addAll(other.values()));
    }
    return this;
  }

  String sql() {
    final var all = new ArrayList<>(conditions);
    if (element != null) {
      all.add("EXISTS (SELECT 1 FROM element_instances x WHERE x.process_instance_key = t.key AND "
          + element.sql() + ")");
    }
    return all.isEmpty() ? "1" : String.join(" AND ", all);
  }

  List<Object> values() {
    final var all = new ArrayList<>(values);
    if (element != null) {
      all.addAll(element.values());
    }
    return all;
  }

  /** A plain value, or an object of operators, on one field. */
  void matches(final Field field, final String path, final JsonNode given) {
    if (!given.isObject()) {
      and(field.sql() + " = ?", field.parse(path, given));
      return;
    }
    if (given.isEmpty()) {
      throw new BadQuery("%s has no operator; allowed are %s".formatted(path, operators(field)));
    }
    for (final var operator : given.properties()) {
      if (!field.kind().operators.contains(operator.getKey())) {
        throw new BadQuery(
            "%s.%s is unknown; allowed are %s".formatted(path, operator.getKey(), operators(field)));
      }
      compare(field, path + "." + operator.getKey(), operator.getKey(), operator.getValue());
    }
  }

  /** Conditions on the elements of an instance: one and the same element x must fulfil them all. */
  void ofOneElement(final Field field, final String path, final JsonNode given) {
    element = element == null ? new Where() : element;
    element.matches(field, path, given);
  }

  /** Like {@link #matches}, for a filter that Camunda does not give operators to. */
  void equals(final Field field, final String path, final JsonNode given) {
    and(field.sql() + " = ?", field.parse(path, given));
  }

  private void compare(final Field field, final String path, final String operator, final JsonNode given) {
    switch (operator) {
      case "$exists" -> and(
          field.sql() + ((boolean) Kind.FLAG.parse(path, given) ? " IS NOT NULL" : " IS NULL"));
      case "$like" -> and(field.sql() + " GLOB ?", glob((String) Kind.TEXT.parse(path, given)));
      case "$in" -> in(field, path, given, "IN");
      case "$notIn" -> in(field, path, given, "NOT IN");
      default -> and(field.sql() + " " + COMPARISONS.get(operator) + " ?", field.parse(path, given));
    }
  }

  private void in(final Field field, final String path, final JsonNode given, final String operator) {
    if (!given.isArray()) {
      throw new BadQuery("%s is %s; it must be an array".formatted(path, given));
    }
    final var found = new ArrayList<>();
    given.forEach(value -> found.add(field.parse(path, value)));
    final var marks = String.join(", ", Collections.nCopies(found.size(), "?"));
    and(field.sql() + " " + operator + " (" + marks + ")", found.toArray());
  }

  /** {@code *} is any text, {@code ?} any character, a backslash takes the meaning from the next one. */
  static String glob(final String like) {
    final var glob = new StringBuilder();
    for (int i = 0; i < like.length(); i++) {
      final char c = like.charAt(i);
      if (c == '\\' && i + 1 < like.length()) {
        glob.append('[').append(like.charAt(++i)).append(']');
      } else if (c == '[') {
        glob.append("[[]");
      } else {
        glob.append(c);
      }
    }
    return glob.toString();
  }

  private static String operators(final Field field) {
    return String.join(", ", field.kind().operators.stream().sorted().toList());
  }
}
