package io.huiyin.enginehost.search;

import static io.huiyin.enginehost.search.Kind.DATE;
import static io.huiyin.enginehost.search.Kind.JSON;
import static io.huiyin.enginehost.search.Kind.KEY;
import static io.huiyin.enginehost.search.Kind.NUMBER;
import static io.huiyin.enginehost.search.Kind.TEXT;

import java.util.List;

/** User tasks: what is shown of them and how they are found. */
final class UserTaskTable {

  private UserTaskTable() {}

  static Table build() {
    return new Table(
            """
            user_tasks t
            LEFT JOIN elements e ON e.process_definition_key = t.process_definition_key AND e.id = t.element_id
            LEFT JOIN process_definitions d ON d.key = t.process_definition_key""")
        .field("userTaskKey", KEY, "t.key")
        .field("name", TEXT, "coalesce(e.name, t.element_id)")
        .field("state", TEXT, "t.state", "CREATING", "CREATED", "ASSIGNING", "UPDATING", "COMPLETING", "COMPLETED",
            "CANCELING", "CANCELED", "FAILED")
        .field("assignee", TEXT, "t.assignee")
        .field("elementId", TEXT, "t.element_id")
        .field("elementInstanceKey", KEY, "t.element_instance_key")
        .field("candidateGroups", JSON, "t.candidate_groups")
        .field("candidateUsers", JSON, "t.candidate_users")
        .field("processDefinitionId", TEXT, "t.process_id")
        .field("processDefinitionKey", KEY, "t.process_definition_key")
        .field("processDefinitionVersion", NUMBER, "t.version")
        .field("processName", TEXT, "coalesce(d.name, t.process_id)")
        .field("processInstanceKey", KEY, "t.process_instance_key")
        .field("creationDate", DATE, "t.creation_date")
        .field("completionDate", DATE, "t.completion_date")
        .field("followUpDate", DATE, "t.follow_up_date")
        .field("dueDate", DATE, "t.due_date")
        .field("priority", NUMBER, "t.priority")
        .field("formKey", KEY, "t.form_key")
        .field("externalFormReference", TEXT, "t.external_form_reference")
        .field("customHeaders", JSON, "t.custom_headers")
        .field("tenantId", TEXT, "t.tenant_id")
        .shows("userTaskKey", "name", "state", "assignee", "elementId", "elementInstanceKey", "candidateGroups",
            "candidateUsers", "processDefinitionId", "processDefinitionKey", "processDefinitionVersion", "processName",
            "processInstanceKey", "creationDate", "completionDate", "followUpDate", "dueDate", "priority", "formKey",
            "externalFormReference", "customHeaders", "tenantId")
        .filters("state", "assignee", "priority", "tenantId", "creationDate", "completionDate", "followUpDate",
            "dueDate")
        .plainFilters("elementId", "name", "processDefinitionId", "userTaskKey", "processDefinitionKey",
            "processInstanceKey", "elementInstanceKey")
        .filter("candidateGroup", listed("t.candidate_groups"))
        .filter("candidateUser", listed("t.candidate_users"))
        .filter("processInstanceVariables", VariableFilter.inScope("t.process_instance_key"))
        .filter("localVariables", VariableFilter.inScope("t.element_instance_key"))
        .sortsBy("creationDate", "completionDate", "followUpDate", "dueDate", "priority", "name");
  }

  private static Table.Filter listed(final String column) {
    final var entry = new Field("entry", "entry.value", TEXT, List.of());
    return (where, path, given) -> {
      final var matching = new Where();
      matching.matches(entry, path, given);
      where.and("EXISTS (SELECT 1 FROM json_each(" + column + ") entry WHERE " + matching.sql() + ")",
          matching.values().toArray());
    };
  }
}
