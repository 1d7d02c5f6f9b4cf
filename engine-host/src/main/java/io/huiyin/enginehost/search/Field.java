package io.huiyin.enginehost.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A column as the outside knows it.
 *
 * @param allowed the words that a field of few words may have; empty = any
 */
record Field(String name, String sql, Kind kind, List<String> allowed) {

  Object parse(final String path, final JsonNode given) {
    final var value = kind.parse(path, given);
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      throw new BadQuery("%s is %s; allowed are %s".formatted(path, given, String.join(", ", allowed)));
    }
    return value;
  }
}
