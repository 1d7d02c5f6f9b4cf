package io.huiyin.enginehost.search;

import static io.huiyin.enginehost.search.Rows.present;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.camunda.zeebe.protocol.impl.record.value.deployment.DecisionRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DecisionRequirementsRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.FormRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.ProcessRecord;
import io.huiyin.enginehost.LogRecord;
import java.sql.SQLException;

/** Processes, decisions and forms that were deployed. Deleted ones stay, for the instances that used them. */
final class DefinitionRows implements RecordHandler {

  private static final String PUT_PROCESS =
      """
      INSERT OR REPLACE INTO process_definitions
        (key, id, name, version, version_tag, resource_name, tenant_id, deployment_key, xml, start_form_id,
         start_form_binding, start_form_version_tag)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String PUT_ELEMENT =
      "INSERT OR REPLACE INTO elements (process_definition_key, id, name) VALUES (?, ?, ?)";
  private static final String PUT_REQUIREMENTS =
      """
      INSERT OR REPLACE INTO decision_requirements (key, id, name, version, resource_name, tenant_id, xml)
      VALUES (?, ?, ?, ?, ?, ?, ?)""";
  private static final String PUT_DECISION =
      """
      INSERT OR REPLACE INTO decision_definitions
        (key, id, name, version, version_tag, tenant_id, requirements_id, requirements_key)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String PUT_FORM =
      """
      INSERT OR REPLACE INTO forms (key, id, version, version_tag, resource_name, tenant_id, deployment_key, schema)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String DELETE_PROCESS = "UPDATE process_definitions SET deleted = 1 WHERE key = ?";
  private static final String DELETE_REQUIREMENTS = "UPDATE decision_requirements SET deleted = 1 WHERE key = ?";
  private static final String DELETE_DECISION = "UPDATE decision_definitions SET deleted = 1 WHERE key = ?";
  private static final String DELETE_FORM = "UPDATE forms SET deleted = 1 WHERE key = ?";

  @Override
  public void apply(final LogRecord record, final Rows rows) throws SQLException {
    final boolean created = record.intent().name().equals("CREATED");
    if (!created && !record.intent().name().equals("DELETED")) {
      return;
    }
    switch (record.valueType()) {
      case PROCESS -> process(record.value(ProcessRecord.class), created, rows);
      case DECISION_REQUIREMENTS -> requirements(record.value(DecisionRequirementsRecord.class), created, rows);
      case DECISION -> decision(record.value(DecisionRecord.class), created, rows);
      case FORM -> form(record.value(FormRecord.class), created, rows);
      default -> {}
    }
  }

  private static void process(final ProcessRecord it, final boolean created, final Rows rows)
      throws SQLException {
    final long key = it.getProcessDefinitionKey();
    if (!created) {
      rows.write(DELETE_PROCESS, key);
      return;
    }
    final var diagram = Diagram.of(it.getResource(), it.getBpmnProcessId());
    rows.write(PUT_PROCESS, key, it.getBpmnProcessId(), present(diagram.name()), it.getVersion(),
        present(it.getVersionTag()), it.getResourceName(), it.getTenantId(), it.getDeploymentKey(),
        new String(it.getResource(), UTF_8), diagram.formId(), diagram.formBinding(),
        diagram.formVersionTag());
    for (final var element : diagram.elementNames().entrySet()) {
      rows.write(PUT_ELEMENT, key, element.getKey(), element.getValue());
    }
  }

  private static void requirements(
      final DecisionRequirementsRecord it, final boolean created, final Rows rows) throws SQLException {
    if (!created) {
      rows.write(DELETE_REQUIREMENTS, it.getDecisionRequirementsKey());
      return;
    }
    rows.write(PUT_REQUIREMENTS, it.getDecisionRequirementsKey(), it.getDecisionRequirementsId(),
        it.getDecisionRequirementsName(), it.getDecisionRequirementsVersion(), it.getResourceName(),
        it.getTenantId(), new String(it.getResource(), UTF_8));
  }

  private static void decision(final DecisionRecord it, final boolean created, final Rows rows)
      throws SQLException {
    if (!created) {
      rows.write(DELETE_DECISION, it.getDecisionKey());
      return;
    }
    rows.write(PUT_DECISION, it.getDecisionKey(), it.getDecisionId(), it.getDecisionName(), it.getVersion(),
        present(it.getVersionTag()), it.getTenantId(), it.getDecisionRequirementsId(),
        it.getDecisionRequirementsKey());
  }

  private static void form(final FormRecord it, final boolean created, final Rows rows) throws SQLException {
    if (!created) {
      rows.write(DELETE_FORM, it.getFormKey());
      return;
    }
    rows.write(PUT_FORM, it.getFormKey(), it.getFormId(), it.getVersion(), present(it.getVersionTag()),
        it.getResourceName(), it.getTenantId(), it.getDeploymentKey(), new String(it.getResource(), UTF_8));
  }
}
