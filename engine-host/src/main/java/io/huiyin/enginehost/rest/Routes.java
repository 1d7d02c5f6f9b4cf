package io.huiyin.enginehost.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which handler answers which method and path. */
final class Routes {

  private final List<Route> routes = new ArrayList<>();

  interface Handler {
    Reply handle(Request request) throws Exception;
  }

  record Match(Handler handler, Map<String, String> path) {}

  private record Route(String method, String[] segments, Handler handler) {}

  /** @param template e.g. {@code /v2/user-tasks/{userTaskKey}} */
  void add(final String method, final String template, final Handler handler) {
    routes.add(new Route(method, template.split("/"), handler));
  }

  Match find(final String method, final String path) {
    final var segments = path.split("/");
    final var allowed = new TreeSet<String>();
    for (final var route : routes) {
      final var found = match(route.segments(), segments);
      if (found != null && route.method().equals(method)) {
        return new Match(route.handler(), found);
      }
      if (found != null) {
        allowed.add(route.method());
      }
    }
    if (allowed.isEmpty()) {
      throw Problem.notFound("there is nothing at " + path);
    }
    throw new WrongMethod(String.join(", ", allowed));
  }

  /** The path is known, the method is not; the message lists those that are. */
  static final class WrongMethod extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongMethod(final String allowed) {
      super(allowed, null, false, false);
    }
  }

  private static Map<String, String> match(final String[] template, final String[] given) {
    if (template.length != given.length) {
      return null;
    }
    final var names = new HashMap<String, String>();
    for (int i = 0; i < template.length; i++) {
      if (template[i].startsWith("{")) {
        names.put(template[i].substring(1, template[i].length() - 1), given[i]);
      } else if (!template[i].equals(given[i])) {
        return null;
      }
    }
    return names;
  }
}
