package io.huiyin.enginehost.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The parts of a multipart/form-data body. */
final class Multipart {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
  private static final Pattern NAME = Pattern.compile(";\\s*name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile(";\\s*filename=\"([^\"]*)\"");
  private static final Pattern ENCODED_FILE = Pattern.compile(";\\s*filename\\*=UTF-8''([^;\\s]+)");

  private Multipart() {}

  record Part(String name, String fileName, byte[] content) {}

  static List<Part> parts(final String contentType, final byte[] body) {
    final var boundary = contentType == null ? null : BOUNDARY.matcher(contentType);
    if (boundary == null || !contentType.startsWith("multipart/form-data") || !boundary.find()) {
      throw new Problem(415, "UNSUPPORTED_MEDIA_TYPE", "the body must be multipart/form-data with a boundary");
    }
    final var mark = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
    // Latin-1 keeps every byte as one character, so that positions in the text are positions in the body.
    final var text = new String(body, ISO_8859_1);
    final var parts = new ArrayList<Part>();
    int start = text.indexOf(mark);
    while (start >= 0) {
      final int from = start + mark.length() + 2;
      final int next = text.indexOf("\r\n" + mark, from - 2);
      if (next >= 0) {
        parts.add(part(text.substring(from, Math.max(from, next))));
      }
      start = next < 0 ? -1 : next + 2;
    }
    return parts;
  }

  private static Part part(final String text) {
    final int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw Problem.badRequest("a part of the body has no headers");
    }
    final var headers = new String(text.substring(0, end).getBytes(ISO_8859_1), UTF_8);
    final var name = NAME.matcher(headers);
    if (!name.find()) {
      throw Problem.badRequest("a part of the body has no name");
    }
    return new Part(name.group(1), fileName(headers), text.substring(end + 4).getBytes(ISO_8859_1));
  }

  private static String fileName(final String headers) {
    final var encoded = ENCODED_FILE.matcher(headers);
    if (encoded.find()) {
      return URLDecoder.decode(encoded.group(1).replace("+", "%2B"), UTF_8);
    }
    final var plain = FILE.matcher(headers);
    return plain.find() ? plain.group(1).replace("%22", "\"") : null;
  }
}
