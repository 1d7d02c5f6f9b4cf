package io.huiyin.enginehost.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON in and out of the index. */
final class Json {

  static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static String text(final Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (final JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(final String text) {
    try {
      return MAPPER.readTree(text);
    } catch (final JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
