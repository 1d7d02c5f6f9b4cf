package io.huiyin.enginehost.search;

import static io.huiyin.enginehost.search.Rows.present;

import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.huiyin.enginehost.LogRecord;
import java.sql.SQLException;

/** Process instances, element instances, sequence flows taken. */
final class InstanceRows implements RecordHandler {

  private static final String START_PROCESS =
      """
      INSERT OR REPLACE INTO process_instances
        (key, process_definition_key, process_id, version, state, start_date, parent_process_instance_key,
         parent_element_instance_key, tags, tenant_id)
      VALUES (?, ?, ?, ?, 'ACTIVE', ?, ?, ?, ?, ?)""";
  private static final String TAG = "INSERT OR IGNORE INTO tags (tag, process_instance_key) VALUES (?, ?)";
  private static final String END_PROCESS =
      "UPDATE process_instances SET state = ?, end_date = ? WHERE key = ?";
  private static final String MIGRATE_PROCESS =
      "UPDATE process_instances SET process_definition_key = ?, process_id = ?, version = ? WHERE key = ?";
  private static final String START_ELEMENT =
      """
      INSERT OR REPLACE INTO element_instances
        (key, process_instance_key, process_definition_key, process_id, element_id, type, state, start_date,
         scope_key, tenant_id)
      VALUES (?, ?, ?, ?, ?, ?, 'ACTIVE', ?, ?, ?)""";
  private static final String END_ELEMENT =
      "UPDATE element_instances SET state = ?, end_date = ? WHERE key = ?";
  private static final String MIGRATE_ELEMENT =
      """
      UPDATE element_instances SET process_definition_key = ?, process_id = ?, element_id = ?, scope_key = ?
      WHERE key = ?""";
  private static final String TAKE_FLOW =
      """
      INSERT OR REPLACE INTO sequence_flows
        (process_instance_key, flow_id, process_definition_key, process_id, tenant_id)
      VALUES (?, ?, ?, ?, ?)""";

  @Override
  public void apply(final LogRecord record, final Rows rows) throws SQLException {
    switch ((ProcessInstanceIntent) record.intent()) {
      case ELEMENT_ACTIVATING -> start(record, value(record), rows);
      case ELEMENT_COMPLETED -> end(record, "COMPLETED", rows);
      case ELEMENT_TERMINATED -> end(record, "TERMINATED", rows);
      case ELEMENT_MIGRATED -> migrate(record.key(), value(record), rows);
      case SEQUENCE_FLOW_TAKEN -> takeFlow(value(record), rows);
      default -> {}
    }
  }

  private static ProcessInstanceRecord value(final LogRecord record) {
    return record.value(ProcessInstanceRecord.class);
  }

  private static void start(final LogRecord record, final ProcessInstanceRecord it, final Rows rows)
      throws SQLException {
    if (it.getBpmnElementType() == BpmnElementType.PROCESS) {
      rows.write(START_PROCESS, record.key(), it.getProcessDefinitionKey(), it.getBpmnProcessId(),
          it.getVersion(), record.timestamp(), present(it.getParentProcessInstanceKey()),
          present(it.getParentElementInstanceKey()), Json.text(it.getTags()), it.getTenantId());
      for (final var tag : it.getTags()) {
        rows.write(TAG, tag, record.key());
      }
    } else {
      rows.write(START_ELEMENT, record.key(), it.getProcessInstanceKey(), it.getProcessDefinitionKey(),
          it.getBpmnProcessId(), it.getElementId(), it.getBpmnElementType(), record.timestamp(),
          it.getFlowScopeKey(), it.getTenantId());
    }
  }

  private static void end(final LogRecord record, final String state, final Rows rows) throws SQLException {
    // Keys are unique across both tables, so the value need not be decoded to tell them apart.
    if (rows.write(END_ELEMENT, state, record.timestamp(), record.key()) == 0) {
      rows.write(END_PROCESS, state, record.timestamp(), record.key());
    }
  }

  private static void migrate(final long key, final ProcessInstanceRecord it, final Rows rows)
      throws SQLException {
    if (it.getBpmnElementType() == BpmnElementType.PROCESS) {
      rows.write(MIGRATE_PROCESS, it.getProcessDefinitionKey(), it.getBpmnProcessId(), it.getVersion(), key);
    } else {
      rows.write(MIGRATE_ELEMENT, it.getProcessDefinitionKey(), it.getBpmnProcessId(), it.getElementId(),
          it.getFlowScopeKey(), key);
    }
  }

  private static void takeFlow(final ProcessInstanceRecord it, final Rows rows) throws SQLException {
    rows.write(TAKE_FLOW, it.getProcessInstanceKey(), it.getElementId(), it.getProcessDefinitionKey(),
        it.getBpmnProcessId(), it.getTenantId());
  }
}
