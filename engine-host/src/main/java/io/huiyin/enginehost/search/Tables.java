package io.huiyin.enginehost.search;

import static io.huiyin.enginehost.search.Kind.DATE;
import static io.huiyin.enginehost.search.Kind.FLAG;
import static io.huiyin.enginehost.search.Kind.JSON;
import static io.huiyin.enginehost.search.Kind.KEY;
import static io.huiyin.enginehost.search.Kind.NUMBER;
import static io.huiyin.enginehost.search.Kind.TEXT;

import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ErrorType;
import io.camunda.zeebe.protocol.record.value.JobKind;
import io.camunda.zeebe.protocol.record.value.JobListenerEventType;
import java.util.Arrays;

/** All that can be searched, with the names that Camunda 8.8 gives the fields. */
public final class Tables {

  private static final String[] PROGRESS = {"ACTIVE", "COMPLETED", "TERMINATED"};

  private Tables() {}

  public static final Table PROCESS_INSTANCES = InstanceTable.build(PROGRESS);

  public static final Table ELEMENT_INSTANCES =
      new Table(
              """
              element_instances t
              LEFT JOIN elements e ON e.process_definition_key = t.process_definition_key AND e.id = t.element_id""")
          .field("elementInstanceKey", KEY, "t.key")
          .field("processInstanceKey", KEY, "t.process_instance_key")
          .field("processDefinitionKey", KEY, "t.process_definition_key")
          .field("processDefinitionId", TEXT, "t.process_id")
          .field("elementId", TEXT, "t.element_id")
          .field("elementName", TEXT, "coalesce(e.name, t.element_id)")
          .field("type", TEXT, "t.type", names(BpmnElementType.values()))
          .field("state", TEXT, "t.state", PROGRESS)
          .field("startDate", DATE, "t.start_date")
          .field("endDate", DATE, "t.end_date")
          .field("hasIncident", FLAG, activeIncident("t.key"))
          .field("incidentKey", KEY,
              """
              (SELECT i.key FROM incident_ancestors a JOIN incidents i ON i.key = a.incident_key
               WHERE a.ancestor_key = t.key AND a.active = 1 AND i.element_instance_key = t.key LIMIT 1)""")
          .field("elementInstanceScopeKey", KEY, "t.scope_key")
          .field("tenantId", TEXT, "t.tenant_id")
          .shows("elementInstanceKey", "processInstanceKey", "processDefinitionKey", "processDefinitionId", "elementId",
              "elementName", "type", "state", "startDate", "endDate", "hasIncident", "incidentKey", "tenantId")
          .plainFilters("processDefinitionId", "type", "elementId", "elementName", "hasIncident", "tenantId",
              "elementInstanceKey", "processInstanceKey", "processDefinitionKey", "incidentKey",
              "elementInstanceScopeKey")
          .filters("state", "startDate", "endDate")
          .sortsBy("elementInstanceKey", "processInstanceKey", "processDefinitionKey", "processDefinitionId", "startDate",
              "endDate", "elementId", "elementName", "type", "state", "incidentKey", "tenantId");

  public static final Table INCIDENTS =
      new Table("incidents t")
          .field("incidentKey", KEY, "t.key")
          .field("processDefinitionKey", KEY, "t.process_definition_key")
          .field("processDefinitionId", TEXT, "t.process_id")
          .field("processInstanceKey", KEY, "t.process_instance_key")
          .field("errorType", TEXT, "t.error_type", names(ErrorType.values()))
          .field("errorMessage", TEXT, "t.error_message")
          .field("elementId", TEXT, "t.element_id")
          .field("elementInstanceKey", KEY, "t.element_instance_key")
          .field("creationTime", DATE, "t.creation_time")
          .field("state", TEXT, "t.state", "ACTIVE", "PENDING", "RESOLVED", "MIGRATED")
          .field("jobKey", KEY, "t.job_key")
          .field("tenantId", TEXT, "t.tenant_id")
          .shows("incidentKey", "processDefinitionKey", "processDefinitionId", "processInstanceKey", "errorType",
              "errorMessage", "elementId", "elementInstanceKey", "creationTime", "state", "jobKey", "tenantId")
          .plainFilters("incidentKey", "processDefinitionKey", "processDefinitionId", "processInstanceKey", "errorType",
              "errorMessage", "elementId", "elementInstanceKey", "state", "jobKey", "tenantId")
          .filters("creationTime")
          .sortsBy("incidentKey", "processDefinitionKey", "processDefinitionId", "processInstanceKey", "errorType",
              "errorMessage", "elementId", "elementInstanceKey", "creationTime", "state", "jobKey", "tenantId");

  public static final Table USER_TASKS = UserTaskTable.build();

  public static final Table JOBS =
      new Table("jobs t")
          .field("jobKey", KEY, "t.key")
          .field("type", TEXT, "t.type")
          .field("state", TEXT, "t.state", "CANCELED", "COMPLETED", "CREATED", "ERROR_THROWN", "FAILED", "MIGRATED",
              "RETRIES_UPDATED", "TIMED_OUT")
          .field("worker", TEXT, "t.worker")
          .field("retries", NUMBER, "t.retries")
          .field("deadline", DATE, "t.deadline")
          .field("endTime", DATE, "NULL") // only open jobs are kept
          .field("kind", TEXT, "t.kind", names(JobKind.values()))
          .field("listenerEventType", TEXT, "t.listener_event_type", names(JobListenerEventType.values()))
          .field("customHeaders", JSON, "t.custom_headers")
          .field("errorCode", TEXT, "t.error_code")
          .field("errorMessage", TEXT, "t.error_message")
          .field("isDenied", FLAG, "t.denied")
          .field("deniedReason", TEXT, "t.denied_reason")
          .field("hasFailedWithRetriesLeft", FLAG, "(t.state = 'FAILED' AND t.retries > 0)")
          .field("processInstanceKey", KEY, "t.process_instance_key")
          .field("processDefinitionKey", KEY, "t.process_definition_key")
          .field("processDefinitionId", TEXT, "t.process_id")
          .field("elementId", TEXT, "t.element_id")
          .field("elementInstanceKey", KEY, "t.element_instance_key")
          .field("tenantId", TEXT, "t.tenant_id")
          .shows("jobKey", "type", "state", "worker", "retries", "deadline", "kind", "listenerEventType", "customHeaders",
              "errorCode", "errorMessage", "hasFailedWithRetriesLeft", "processInstanceKey", "processDefinitionKey",
              "processDefinitionId", "elementId", "elementInstanceKey", "tenantId")
          .filters("jobKey", "type", "state", "worker", "retries", "deadline", "endTime", "kind", "listenerEventType",
              "errorCode", "errorMessage", "deniedReason", "processInstanceKey", "processDefinitionKey",
              "processDefinitionId", "elementId", "elementInstanceKey", "tenantId")
          .plainFilters("isDenied", "hasFailedWithRetriesLeft")
          .sortsBy("deadline", "deniedReason", "elementId", "elementInstanceKey", "endTime", "errorCode", "errorMessage",
              "isDenied", "jobKey", "kind", "listenerEventType", "processDefinitionId", "processDefinitionKey",
              "processInstanceKey", "retries", "state", "tenantId", "type", "worker");

  /** Long values are cut, unless {@link #WHOLE_VARIABLES} are asked for. */
  public static final Table VARIABLES = variables("substr(t.value, 1, 8191)", "(t.truncated OR length(t.value) > 8191)");

  public static final Table WHOLE_VARIABLES = variables("t.value", "t.truncated");

  public static final Table PROCESS_DEFINITIONS =
      new Table("process_definitions t")
          .field("processDefinitionKey", KEY, "t.key")
          .field("processDefinitionId", TEXT, "t.id")
          .field("name", TEXT, "t.name")
          .field("resourceName", TEXT, "t.resource_name")
          .field("version", NUMBER, "t.version")
          .field("versionTag", TEXT, "t.version_tag")
          .field("tenantId", TEXT, "t.tenant_id")
          .field("hasStartForm", FLAG, "(t.start_form_id IS NOT NULL)")
          .field("isLatestVersion", FLAG,
              """
              (t.deleted = 0 AND t.version =
                (SELECT max(l.version) FROM process_definitions l WHERE l.id = t.id AND l.deleted = 0))""")
          .shows("processDefinitionKey", "processDefinitionId", "name", "resourceName", "version", "versionTag",
              "tenantId", "hasStartForm")
          .filters("name", "processDefinitionId")
          .plainFilters("isLatestVersion", "resourceName", "version", "versionTag", "tenantId", "processDefinitionKey",
              "hasStartForm")
          .sortsBy("processDefinitionKey", "name", "resourceName", "version", "versionTag", "processDefinitionId",
              "tenantId");

  public static final Table DECISION_DEFINITIONS =
      new Table("decision_definitions t")
          .field("decisionDefinitionKey", KEY, "t.key")
          .field("decisionDefinitionId", TEXT, "t.id")
          .field("name", TEXT, "t.name")
          .field("version", NUMBER, "t.version")
          .field("decisionRequirementsId", TEXT, "t.requirements_id")
          .field("decisionRequirementsKey", KEY, "t.requirements_key")
          .field("tenantId", TEXT, "t.tenant_id")
          .shows("decisionDefinitionKey", "decisionDefinitionId", "name", "version", "decisionRequirementsId",
              "decisionRequirementsKey", "tenantId")
          .plainFilters("decisionDefinitionKey", "decisionDefinitionId", "name", "version", "decisionRequirementsId",
              "decisionRequirementsKey", "tenantId")
          .sortsBy("decisionDefinitionKey", "decisionDefinitionId", "name", "version", "decisionRequirementsId",
              "decisionRequirementsKey", "tenantId");

  public static final Table FORMS =
      new Table("forms t")
          .field("formKey", KEY, "t.key")
          .field("formId", TEXT, "t.id")
          .field("schema", TEXT, "t.schema")
          .field("version", NUMBER, "t.version")
          .field("tenantId", TEXT, "t.tenant_id")
          .shows("formKey", "formId", "schema", "version", "tenantId");

  private static Table variables(final String value, final String truncated) {
    return new Table("variables t")
        .field("variableKey", KEY, "t.key")
        .field("name", TEXT, "t.name")
        .field("value", TEXT, value)
        .field("isTruncated", FLAG, truncated)
        .field("scopeKey", KEY, "t.scope_key")
        .field("processInstanceKey", KEY, "t.process_instance_key")
        .field("tenantId", TEXT, "t.tenant_id")
        .shows("variableKey", "name", "value", "isTruncated", "scopeKey", "processInstanceKey", "tenantId")
        .filters("name", "value", "variableKey", "scopeKey", "processInstanceKey")
        .plainFilters("tenantId", "isTruncated")
        .sortsBy("value", "name", "tenantId", "variableKey", "scopeKey", "processInstanceKey");
  }

  static String activeIncident(final String key) {
    return "EXISTS (SELECT 1 FROM incident_ancestors a WHERE a.ancestor_key = " + key + " AND a.active = 1)";
  }

  private static String[] names(final Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
  }
}
