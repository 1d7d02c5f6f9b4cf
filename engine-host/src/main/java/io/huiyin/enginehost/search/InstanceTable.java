package io.huiyin.enginehost.search;

import static io.huiyin.enginehost.search.Kind.DATE;
import static io.huiyin.enginehost.search.Kind.FLAG;
import static io.huiyin.enginehost.search.Kind.JSON;
import static io.huiyin.enginehost.search.Kind.KEY;
import static io.huiyin.enginehost.search.Kind.NUMBER;
import static io.huiyin.enginehost.search.Kind.TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Process instances: what is shown of them and how they are found. */
final class InstanceTable {

  private InstanceTable() {}

  static Table build(final String[] progress) {
    final var table =
        new Table("process_instances t LEFT JOIN process_definitions d ON d.key = t.process_definition_key")
            .field("processInstanceKey", KEY, "t.key")
            .field("processDefinitionId", TEXT, "t.process_id")
            .field("processDefinitionName", TEXT, "coalesce(d.name, t.process_id)")
            .field("processDefinitionVersion", NUMBER, "t.version")
            .field("processDefinitionVersionTag", TEXT, "d.version_tag")
            .field("processDefinitionKey", KEY, "t.process_definition_key")
            .field("startDate", DATE, "t.start_date")
            .field("endDate", DATE, "t.end_date")
            .field("state", TEXT, "t.state", progress)
            .field("hasIncident", FLAG, Tables.activeIncident("t.key"))
            .field("parentProcessInstanceKey", KEY, "t.parent_process_instance_key")
            .field("parentElementInstanceKey", KEY, "t.parent_element_instance_key")
            .field("tags", JSON, "t.tags")
            .field("tenantId", TEXT, "t.tenant_id")
            .shows("processInstanceKey", "processDefinitionId", "processDefinitionName", "processDefinitionVersion",
                "processDefinitionVersionTag", "processDefinitionKey", "startDate", "endDate", "state", "hasIncident",
                "parentProcessInstanceKey", "parentElementInstanceKey", "tags", "tenantId")
            .filters("processInstanceKey", "processDefinitionId", "processDefinitionName", "processDefinitionVersion",
                "processDefinitionVersionTag", "processDefinitionKey", "startDate", "endDate", "state", "tenantId",
                "parentProcessInstanceKey", "parentElementInstanceKey")
            .plainFilters("hasIncident")
            .filter("tags", InstanceTable::tags)
            .filter("variables", VariableFilter.anywhereIn("t.key"))
            .filter("errorMessage", incident("i.error_message", TEXT))
            .filter("incidentErrorHashCode", incident("i.error_hash", NUMBER))
            .filter("hasRetriesLeft", InstanceTable::hasRetriesLeft)
            .filter("elementId", element("x.element_id", TEXT))
            .filter("elementInstanceState", element("x.state", TEXT, progress))
            .filter("hasElementInstanceIncident", element(Tables.activeIncident("x.key"), FLAG))
            .sortsBy("processInstanceKey", "processDefinitionId", "processDefinitionName", "processDefinitionVersion",
                "processDefinitionVersionTag", "processDefinitionKey", "parentProcessInstanceKey",
                "parentElementInstanceKey", "startDate", "endDate", "state", "hasIncident", "tenantId");
    return table.filter("$or", (where, path, given) -> or(table, where, path, given));
  }

  private static void or(final Table table, final Where where, final String path, final JsonNode given) {
    if (!given.isArray()) {
      throw new BadQuery(path + " must be an array of filters");
    }
    final List<Where> either = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      either.add(table.where(given.get(i), path + "[" + i + "]"));
    }
    where.or(either);
  }

  private static void tags(final Where where, final String path, final JsonNode given) {
    if (!given.isArray()) {
      throw new BadQuery(path + " must be an array of tags");
    }
    for (final var tag : given) {
      where.and("t.key IN (SELECT process_instance_key FROM tags WHERE tag = ?)", TEXT.parse(path, tag));
    }
  }

  private static Table.Filter incident(final String column, final Kind kind) {
    final var field = new Field(column, column, kind, List.of());
    return (where, path, given) -> {
      final var matching = new Where();
      matching.matches(field, path, given);
      where.and(
          "EXISTS (SELECT 1 FROM incidents i WHERE i.process_instance_key = t.key AND i.state = 'ACTIVE' AND "
              + matching.sql() + ")",
          matching.values().toArray());
    };
  }

  private static Table.Filter element(final String column, final Kind kind, final String... allowed) {
    final var field = new Field(column, column, kind, List.of(allowed));
    return (where, path, given) -> where.ofOneElement(field, path, given);
  }

  private static void hasRetriesLeft(final Where where, final String path, final JsonNode given) {
    final boolean wanted = (boolean) FLAG.parse(path, given);
    where.and((wanted ? "" : "NOT ")
        + "EXISTS (SELECT 1 FROM jobs j WHERE j.process_instance_key = t.key AND j.state = 'FAILED' AND j.retries > 0)");
  }
}
