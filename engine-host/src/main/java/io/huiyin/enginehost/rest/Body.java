package io.huiyin.enginehost.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.huiyin.enginehost.search.Numbers;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A JSON object of a request. Every fault names the field and what is allowed there. Null counts as absent. */
final class Body {

  static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

  private final ObjectNode json;
  private final String path;

  Body(final ObjectNode json, final String path) {
    this.json = json;
    this.path = path;
  }

  ObjectNode json() {
    return json;
  }

  /** Refuses fields that are not among these. */
  Body only(final String... allowed) {
    final var names = Set.of(allowed);
    json.fieldNames().forEachRemaining(name -> {
      if (!names.contains(name)) {
        throw Problem.badRequest("%s is unknown; allowed are %s".formatted(path + name, String.join(", ", allowed)));
      }
    });
    return this;
  }

  boolean has(final String name) {
    return json.hasNonNull(name);
  }

  String text(final String name, final String otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    return json.get(name).isTextual() ? json.get(name).textValue() : wrong(name, "a string");
  }

  String text(final String name) {
    final var text = text(name, "");
    return text.isBlank() ? missing(name, "a string that is not empty") : text;
  }

  boolean flag(final String name, final boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    return json.get(name).isBoolean() ? json.get(name).booleanValue() : wrong(name, "true or false");
  }

  long number(final String name, final long otherwise, final long least, final long most) {
    if (!has(name)) {
      return otherwise;
    }
    final var given = Numbers.whole(json.get(name));
    if (given == null || given < least || given > most) {
      return wrong(name, "a whole number from %d to %d".formatted(least, most));
    }
    return given;
  }

  long requiredNumber(final String name, final long least, final long most) {
    return has(name) ? number(name, 0, least, most) : missing(name, "a whole number");
  }

  long key(final String name, final long otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    final var given = Numbers.whole(json.get(name));
    return given == null ? wrong(name, "a key: digits in a string") : given;
  }

  long key(final String name) {
    return has(name) ? key(name, 0) : missing(name, "a key: digits in a string");
  }

  /** A date-time with its offset, checked, in the words that were given. Empty text stays empty. */
  String date(final String name) {
    final var text = text(name, "");
    try {
      return text.isEmpty() ? text : ZonedDateTime.parse(text) == null ? null : text;
    } catch (final DateTimeException e) {
      return wrong(name, "a date-time such as 2026-01-31T08:30:00Z");
    }
  }

  List<String> texts(final String name) {
    final var texts = new ArrayList<String>();
    for (final var given : array(name)) {
      texts.add(given.isTextual() ? given.textValue() : wrong(name, "an array of strings"));
    }
    return texts;
  }

  List<Body> objects(final String name) {
    final var objects = new ArrayList<Body>();
    for (final var given : array(name)) {
      final var place = "%s%s[%d].".formatted(path, name, objects.size());
      objects.add(given instanceof final ObjectNode object ? new Body(object, place) : wrong(name, "an array of objects"));
    }
    return objects;
  }

  /** The object of this name, or null. */
  Body object(final String name) {
    if (!has(name)) {
      return null;
    }
    return json.get(name) instanceof final ObjectNode object
        ? new Body(object, path + name + ".")
        : wrong(name, "an object");
  }

  /** Variables in the engine's encoding; none when absent. */
  DirectBuffer variables(final String name) {
    final var given = has(name) ? json.get(name) : MAPPER.createObjectNode();
    if (!given.isObject()) {
      return wrong(name, "an object");
    }
    try {
      return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(MAPPER.writeValueAsString(given)));
    } catch (final JsonProcessingException e) {
      return wrong(name, "an object");
    }
  }

  void operationReference() {
    number("operationReference", 1, 1, Long.MAX_VALUE); // accepted for clients that send it; nothing here reads it
  }

  void defaultTenant() {
    if (has("tenantId") && !text("tenantId").equals("<default>")) {
      wrong("tenantId", "<default>: this host has one tenant");
    }
  }

  <T> T wrong(final String name, final String allowed) {
    throw Problem.badRequest("%s is %s; it must be %s".formatted(path + name, json.get(name), allowed));
  }

  <T> T missing(final String name, final String allowed) {
    throw Problem.badRequest("%s is missing; it must be %s".formatted(path + name, allowed));
  }

  private Iterable<JsonNode> array(final String name) {
    if (!has(name)) {
      return List.of();
    }
    return json.get(name).isArray() ? json.get(name) : wrong(name, "an array");
  }
}
