package io.huiyin.enginehost.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Runs a search as it comes from outside: {@code {filter, sort, page}} → {@code {items, page}}. */
public final class Search {

  private static final Set<String> PARTS = Set.of("filter", "sort", "page");

  private final Index index;

  public Search(final Index index) {
    this.index = index;
  }

  public ObjectNode find(final Table table, final JsonNode body) {
    return find(table, body, new Where());
  }

  /** @param within conditions that hold besides those of the body */
  public ObjectNode find(final Table table, final JsonNode body, final Where within) {
    body.fieldNames().forEachRemaining(name -> {
      if (!PARTS.contains(name)) {
        throw new BadQuery("%s is unknown; allowed are filter, sort, page".formatted(name));
      }
    });
    final var where = new Where().and(within).and(table.where(body.get("filter"), "filter"));
    final var order = Order.of(table, body.get("sort"));
    final var page = Page.of(body.get("page"));
    return index.read(connection -> find(connection, table, where, order, page));
  }

  /** The one row with this key, or null. */
  public ObjectNode get(final Table table, final long key) {
    return first(table, new Where().and("t.key = ?", key));
  }

  public ObjectNode first(final Table table, final Where where) {
    return index.read(connection -> {
      final var found = rows(connection, table, where, new Order(List.of()), new Page(0, 1, null, false));
      return found.isEmpty() ? null : found.getFirst().item();
    });
  }

  /** SQL of the keys of the rows of which this is true; its values are to be bound with {@link #bind}. */
  public static String keys(final Table table, final Where where) {
    return "SELECT t.key FROM " + table.from + " WHERE " + where.sql();
  }

  public static void bind(final PreparedStatement statement, final Where where) throws SQLException {
    bind(statement, where.values());
  }

  private record Row(ObjectNode item, List<Object> sortValues) {}

  private static ObjectNode find(
      final Connection connection, final Table table, final Where where, final Order order, final Page page)
      throws SQLException {
    final var rows = rows(connection, table, where, order, page);
    final var result = Json.MAPPER.createObjectNode();
    final var items = result.putArray("items");
    rows.forEach(row -> items.add(row.item()));
    final var about = result.putObject("page");
    about.put("totalItems", total(connection, table, where, page, rows.size()));
    about.put("hasMoreTotalItems", false);
    if (!rows.isEmpty()) {
      about.put("startCursor", Page.encode(rows.getFirst().sortValues()));
      about.put("endCursor", Page.encode(rows.getLast().sortValues()));
    }
    return result;
  }

  private static long total(
      final Connection connection, final Table table, final Where where, final Page page, final int found)
      throws SQLException {
    if (page.cursor() == null && page.from() == 0 && found < page.limit()) {
      return found;
    }
    final var sql = "SELECT count(*) FROM " + table.from + " WHERE " + where.sql();
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, where.values());
      try (var result = statement.executeQuery()) {
        return result.getLong(1);
      }
    }
  }

  private static List<Row> rows(
      final Connection connection, final Table table, final Where where, final Order order, final Page page)
      throws SQLException {
    final var part = new Where().and(where);
    if (page.cursor() != null) {
      order.beyond(part, page.cursor(), page.backwards());
    }
    final var shown = table.shown.stream().map(table.fields::get).toList();
    final var columns = new ArrayList<>(shown.stream().map(Field::sql).toList());
    columns.addAll(order.columns());
    final var sql =
        "SELECT " + String.join(", ", columns) + " FROM " + table.from + " WHERE " + part.sql()
            + " ORDER BY " + order.sql(page.backwards()) + " LIMIT " + page.limit() + " OFFSET " + page.from();
    final var rows = new ArrayList<Row>();
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, part.values());
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(row(result, shown, order.columns().size()));
        }
      }
    }
    if (page.backwards()) {
      Collections.reverse(rows);
    }
    return rows;
  }

  private static Row row(final ResultSet result, final List<Field> shown, final int sortColumns)
      throws SQLException {
    final var item = Json.MAPPER.createObjectNode();
    int column = 0;
    for (final var field : shown) {
      column++;
      if (result.getObject(column) != null) {
        field.kind().show(result, column, field.name(), item);
      }
    }
    final var sortValues = new ArrayList<>();
    for (int i = 0; i < sortColumns; i++) {
      sortValues.add(result.getObject(++column));
    }
    return new Row(item, sortValues);
  }

  private static void bind(final PreparedStatement statement, final List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      Rows.bind(statement, i + 1, values.get(i));
    }
  }
}
