package io.huiyin.enginehost.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something that can be searched: where its rows come from, what is shown, filtered and sorted by. */
public final class Table {

  final String from;
  final Map<String, Field> fields = new LinkedHashMap<>();
  final Set<String> shown = new LinkedHashSet<>();
  final Set<String> sortable = new LinkedHashSet<>();
  private final Map<String, Filter> filters = new LinkedHashMap<>();

  Table(final String from) {
    this.from = from;
  }

  /** One filter of a search, as the outside names it. */
  interface Filter {
    void add(Where where, String path, JsonNode given);
  }

  Table field(final String name, final Kind kind, final String sql, final String... allowed) {
    fields.put(name, new Field(name, sql, kind, List.of(allowed)));
    return this;
  }

  Table shows(final String... names) {
    shown.addAll(List.of(names));
    return this;
  }

  Table sortsBy(final String... names) {
    sortable.addAll(List.of(names));
    return this;
  }

  /** Filters that take a value or operators. */
  Table filters(final String... names) {
    for (final var name : names) {
      final var field = fields.get(name);
      filters.put(name, (where, path, given) -> where.matches(field, path, given));
    }
    return this;
  }

  /** Filters that take a value only. */
  Table plainFilters(final String... names) {
    for (final var name : names) {
      final var field = fields.get(name);
      filters.put(name, (where, path, given) -> where.equals(field, path, given));
    }
    return this;
  }

  Table filter(final String name, final Filter filter) {
    filters.put(name, filter);
    return this;
  }

  Field field(final String name) {
    return fields.get(name);
  }

  /** @throws BadQuery when it names a filter that there is not */
  public Where where(final JsonNode filter, final String path) {
    final var where = new Where();
    if (filter == null || filter.isNull() || filter.isMissingNode()) {
      return where;
    }
    if (!filter.isObject()) {
      throw new BadQuery(path + " must be an object");
    }
    for (final var given : filter.properties()) {
      final var rule = filters.get(given.getKey());
      final var name = path + "." + given.getKey();
      if (rule == null) {
        throw new BadQuery("%s is unknown; allowed are %s".formatted(name, String.join(", ", filters.keySet())));
      }
      if (!given.getValue().isNull()) {
        rule.add(where, name, given.getValue());
      }
    }
    return where;
  }
}
