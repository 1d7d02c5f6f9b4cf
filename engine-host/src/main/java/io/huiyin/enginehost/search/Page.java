package io.huiyin.enginehost.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Which part of the hits is wanted.
 *
 * @param cursor the sort values of the row that the page lies after or before, or null
 */
record Page(int from, int limit, List<Object> cursor, boolean backwards) {

  private static final int LARGEST = 10_000;
  private static final int DEFAULT = 100;
  private static final Set<String> ALLOWED = Set.of("from", "limit", "after", "before");

  static Page of(final JsonNode page) {
    if (page == null || page.isNull() || page.isMissingNode()) {
      return new Page(0, DEFAULT, null, false);
    }
    page.fieldNames().forEachRemaining(name -> {
      if (!ALLOWED.contains(name)) {
        throw new BadQuery("page.%s is unknown; allowed are from, limit, after, before".formatted(name));
      }
    });
    if ((page.hasNonNull("from") ? 1 : 0) + (page.hasNonNull("after") ? 1 : 0) + (page.hasNonNull("before") ? 1 : 0) > 1) {
      throw new BadQuery("page takes only one of from, after, before");
    }
    final boolean backwards = page.hasNonNull("before");
    final var cursor = backwards ? page.get("before") : page.hasNonNull("after") ? page.get("after") : null;
    return new Page(
        number(page, "from", 0, 0, Integer.MAX_VALUE),
        number(page, "limit", DEFAULT, 1, LARGEST),
        cursor == null ? null : decode(cursor),
        backwards);
  }

  static String encode(final List<Object> sortValues) {
    return Base64.getEncoder().encodeToString(Json.text(sortValues).getBytes(StandardCharsets.UTF_8));
  }

  private static List<Object> decode(final JsonNode cursor) {
    try {
      final var values = Json.MAPPER.readTree(Base64.getDecoder().decode(cursor.asText()));
      final var decoded = new ArrayList<>();
      for (final var value : values) {
        decoded.add(value.isNull() ? null : value.isNumber() ? value.longValue() : value.asText());
      }
      return decoded;
    } catch (final IllegalArgumentException | java.io.IOException e) {
      throw new BadQuery("the page's cursor is not one that a search has given");
    }
  }

  private static int number(
      final JsonNode page, final String name, final int otherwise, final int least, final int most) {
    final var given = page.get(name);
    if (given == null || given.isNull()) {
      return otherwise;
    }
    final var number = Numbers.whole(given);
    if (number == null || number < least || number > most) {
      throw new BadQuery("page.%s is %s; it must be a number from %d to %d".formatted(name, given, least, most));
    }
    return number.intValue();
  }
}
