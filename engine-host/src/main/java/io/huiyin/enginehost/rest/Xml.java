package io.huiyin.enginehost.rest;

/** A stored diagram or table, as it was deployed. */
final class Xml {

  private Xml() {}

  static Reply of(final Reads reads, final String sql, final String what, final long key) {
    final var xml = reads.read(connection -> {
      try (var query = connection.prepareStatement(sql)) {
        query.setLong(1, key);
        try (var row = query.executeQuery()) {
          return row.next() ? row.getString(1) : null;
        }
      }
    });
    if (xml == null) {
      throw Problem.notFound("%s with key '%d' not found".formatted(what, key));
    }
    return Reply.text("text/xml;charset=UTF-8", xml);
  }
}
