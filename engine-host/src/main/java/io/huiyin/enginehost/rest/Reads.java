package io.huiyin.enginehost.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huiyin.enginehost.Engine;
import io.huiyin.enginehost.search.Index;
import io.huiyin.enginehost.search.Search;
import io.huiyin.enginehost.search.Table;
import io.huiyin.enginehost.search.Where;
import java.io.IOException;
import java.time.Duration;

/**
 * Looks things up in the index, once it has caught up with what was committed when the question came: so a client
 * finds what its last command did. When that takes too long the answer is given all the same, as it is.
 */
final class Reads {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Engine engine;
  private final Index index;
  private final Search search;

  Reads(final Engine engine, final Index index) {
    this.engine = engine;
    this.index = index;
    search = new Search(index);
  }

  Reply search(final Table table, final Request request) throws IOException {
    return search(table, request, new Where());
  }

  Reply search(final Table table, final Request request, final Where within) throws IOException {
    final var query = request.body().json();
    catchUp();
    return Reply.json(search.find(table, query, within));
  }

  /** @param what in words, for when there is none */
  ObjectNode get(final Table table, final String what, final long key) {
    final var found = first(table, new Where().and("t.key = ?", key));
    if (found == null) {
      throw Problem.notFound("%s with key '%d' not found".formatted(what, key));
    }
    return found;
  }

  /** The first row of which this is true, or null. */
  ObjectNode first(final Table table, final Where where) {
    catchUp();
    return search.first(table, where);
  }

  <T> T read(final Index.Reading<T> reading) {
    catchUp();
    return index.read(reading);
  }

  void catchUp() {
    index.awaitPosition(engine.positions().committed(), PATIENCE);
  }
}
