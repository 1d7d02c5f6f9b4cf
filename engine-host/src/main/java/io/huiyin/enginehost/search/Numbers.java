package io.huiyin.enginehost.search;

import com.fasterxml.jackson.databind.JsonNode;

/** Whole numbers as clients write them: keys come in strings, and some clients write every long number so. */
public final class Numbers {

  private Numbers() {}

  /** Null when it is no whole number of at most 64 bits. */
  public static Long whole(final JsonNode given) {
    if (given.isIntegralNumber()) {
      return given.canConvertToLong() ? given.longValue() : null;
    }
    return given.isTextual() ? whole(given.textValue()) : null;
  }

  public static Long whole(final String given) {
    try {
      return given.matches("-?\\d{1,19}") ? Long.valueOf(given) : null;
    } catch (final NumberFormatException e) {
      return null;
    }
  }
}
