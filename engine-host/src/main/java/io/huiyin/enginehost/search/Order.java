package io.huiyin.enginehost.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The order of the hits. What has no value comes last either way; the key decides what is left undecided. */
record Order(List<Term> terms) {

  record Term(String sql, boolean descending) {}

  static Order of(final Table table, final JsonNode sort) {
    final var terms = new ArrayList<Term>();
    if (sort != null && !sort.isNull() && !sort.isArray()) {
      throw new BadQuery("sort must be an array of {field, order}");
    }
    for (int i = 0; sort != null && i < sort.size(); i++) {
      final var field = table.sortable.contains(sort.get(i).path("field").asText())
          ? table.field(sort.get(i).path("field").asText())
          : null;
      if (field == null) {
        throw new BadQuery("sort[%d].field is %s; allowed are %s"
            .formatted(i, sort.get(i).get("field"), String.join(", ", table.sortable)));
      }
      terms.add(new Term("(" + field.sql() + " IS NULL)", false));
      terms.add(new Term(field.sql(), descending(sort.get(i).get("order"), i)));
    }
    return new Order(terms);
  }

  Order {
    terms = new ArrayList<>(terms);
    terms.add(new Term("t.key", false));
  }

  List<String> columns() {
    return terms.stream().map(Term::sql).toList();
  }

  String sql(final boolean backwards) {
    final var parts = terms.stream().map(term -> term.sql() + (term.descending() != backwards ? " DESC" : " ASC"));
    return String.join(", ", parts.toList());
  }

  /** Only rows that come after the row with these sort values (before it, when backwards). */
  void beyond(final Where where, final List<Object> values, final boolean backwards) {
    if (values.size() != terms.size()) {
      throw new BadQuery("the page's cursor belongs to a search with another sort order");
    }
    final var either = new ArrayList<Where>();
    for (int i = 0; i < terms.size(); i++) {
      final var one = new Where();
      for (int j = 0; j < i; j++) {
        one.and(terms.get(j).sql() + " IS ?", values.get(j));
      }
      final boolean smaller = terms.get(i).descending() != backwards;
      one.and(terms.get(i).sql() + (smaller ? " < ?" : " > ?"), values.get(i));
      either.add(one);
    }
    where.or(either);
  }

  private static boolean descending(final JsonNode order, final int i) {
    if (order == null || order.isNull() || order.asText().equals("ASC")) {
      return false;
    }
    if (!order.asText().equals("DESC")) {
      throw new BadQuery("sort[%d].order is %s; allowed are ASC, DESC".formatted(i, order));
    }
    return true;
  }
}
