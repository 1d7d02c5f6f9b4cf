package io.huiyin.enginehost.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** {@code [{name, value}]}: all of these variables must be there. Values are JSON text: a string has its quotes. */
final class VariableFilter {

  private static final Field VALUE = new Field("value", "v.value", Kind.TEXT, List.of());

  private VariableFilter() {}

  /** @param scope SQL of the key of the scope that holds the variable itself */
  static Table.Filter inScope(final String scope) {
    return matching("v.scope_key = " + scope);
  }

  /** @param instance SQL of the key of the process instance in which any scope may hold the variable */
  static Table.Filter anywhereIn(final String instance) {
    return matching("v.process_instance_key = " + instance);
  }

  private static Table.Filter matching(final String place) {
    return (where, path, given) -> {
      if (!given.isArray()) {
        throw new BadQuery(path + " must be an array of {name, value}");
      }
      for (int i = 0; i < given.size(); i++) {
        add(where, place, path + "[" + i + "]", given.get(i));
      }
    };
  }

  private static void add(final Where where, final String place, final String path, final JsonNode given) {
    if (!given.path("name").isTextual() || !given.has("value")) {
      throw new BadQuery(path + " must have name and value");
    }
    final var value = new Where().and("v.name = ?", given.get("name").textValue());
    value.matches(VALUE, path + ".value", given.get("value"));
    where.and("EXISTS (SELECT 1 FROM variables v WHERE " + place + " AND " + value.sql() + ")",
        value.values().toArray());
  }
}
