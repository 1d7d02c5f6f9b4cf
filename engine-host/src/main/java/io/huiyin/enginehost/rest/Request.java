package io.huiyin.enginehost.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.huiyin.enginehost.search.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A request as a handler sees it. */
final class Request {

  private static final int LARGEST_BODY = 4 * 1024 * 1024;

  private final HttpExchange exchange;
  private final Map<String, String> path;

  Request(final HttpExchange exchange, final Map<String, String> path) {
    this.exchange = exchange;
    this.path = path;
  }

  /** The key in the path under this name. */
  long key(final String name) {
    final var given = path.get(name);
    final var key = Numbers.whole(given);
    if (key == null) {
      throw Problem.badRequest("%s is '%s'; it must be a key: digits".formatted(name, given));
    }
    return key;
  }

  String header(final String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  /** Whether the query has this name with the value false. */
  boolean isFalse(final String name) {
    final var query = exchange.getRequestURI().getQuery();
    return query != null && List.of(query.split("&")).contains(name + "=false");
  }

  /** The JSON object in the body; no body is an empty object. */
  Body body() throws IOException {
    final var bytes = bytes();
    if (bytes.length == 0) {
      return new Body(Body.MAPPER.createObjectNode(), "");
    }
    try {
      if (Body.MAPPER.readTree(bytes) instanceof final ObjectNode json) {
        return new Body(json, "");
      }
      throw Problem.badRequest("the body must be a JSON object");
    } catch (final JsonProcessingException e) {
      throw Problem.badRequest("the body is not JSON: " + e.getOriginalMessage());
    }
  }

  byte[] bytes() throws IOException {
    final var bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (bytes.length > LARGEST_BODY) {
      throw new Problem(413, "CONTENT_TOO_LARGE", "the body is larger than 4 MB");
    }
    return bytes;
  }
}
