package io.huiyin.enginehost.rest;

import io.huiyin.enginehost.search.Search;
import io.huiyin.enginehost.search.Tables;
import io.huiyin.enginehost.search.Where;
import java.sql.Connection;
import java.sql.SQLException;

/** How many tokens stand at, went through or were taken from each element: the live picture and the heat map. */
final class Statistics {

  private static final String COUNT =
      """
      SELECT x.element_id,
        sum(x.state = 'ACTIVE' AND NOT x.incident), sum(x.state = 'TERMINATED'),
        sum(x.state = 'ACTIVE' AND x.incident), sum(x.state = 'COMPLETED')
      FROM (
        SELECT e.element_id, e.state, EXISTS (
          SELECT 1 FROM incident_ancestors a WHERE a.ancestor_key = e.key AND a.active = 1) AS incident
        FROM element_instances e WHERE e.process_instance_key IN (%s)) x
      GROUP BY x.element_id ORDER BY x.element_id""";

  private Statistics() {}

  static Reply of(final Connection connection, final Where instances) throws SQLException {
    final var result = Body.MAPPER.createObjectNode();
    final var items = result.putArray("items");
    final var sql = COUNT.formatted(Search.keys(Tables.PROCESS_INSTANCES, instances));
    try (var query = connection.prepareStatement(sql)) {
      Search.bind(query, instances);
      try (var row = query.executeQuery()) {
        while (row.next()) {
          items.addObject()
              .put("elementId", row.getString(1))
              .put("active", row.getLong(2))
              .put("canceled", row.getLong(3))
              .put("incidents", row.getLong(4))
              .put("completed", row.getLong(5));
        }
      }
    }
    return Reply.json(result);
  }
}
