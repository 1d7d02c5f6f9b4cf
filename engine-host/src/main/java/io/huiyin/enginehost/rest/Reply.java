package io.huiyin.enginehost.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** What goes back: a status, and a body unless it is empty. */
record Reply(int status, String contentType, byte[] body, Runnable whenUndelivered) {

  static final Reply NO_CONTENT = new Reply(204, null, new byte[0], () -> {});

  static Reply json(final int status, final JsonNode body) {
    return new Reply(status, "application/json", bytes(body), () -> {});
  }

  static Reply json(final JsonNode body) {
    return json(200, body);
  }

  static Reply text(final String contentType, final String body) {
    return new Reply(200, contentType, body.getBytes(UTF_8), () -> {});
  }

  static Reply problem(final Problem problem, final String path) {
    final var body =
        Body.MAPPER
            .createObjectNode()
            .put("type", "about:blank")
            .put("title", problem.title())
            .put("status", problem.status())
            .put("detail", problem.getMessage())
            .put("instance", path);
    return new Reply(problem.status(), "application/problem+json", bytes(body), () -> {});
  }

  /** Does this when the client has gone before the reply could be written. */
  Reply whenUndelivered(final Runnable action) {
    return new Reply(status, contentType, body, action);
  }

  private static byte[] bytes(final JsonNode body) {
    try {
      return Body.MAPPER.writeValueAsBytes(body);
    } catch (final JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
