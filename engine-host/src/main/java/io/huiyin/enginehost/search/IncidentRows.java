package io.huiyin.enginehost.search;

import static io.huiyin.enginehost.search.Rows.present;

import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.huiyin.enginehost.LogRecord;
import java.sql.SQLException;

/** Incidents, and which instances they lie within. */
final class IncidentRows implements RecordHandler {

  private static final String CREATE =
      """
      INSERT OR REPLACE INTO incidents
        (key, process_instance_key, process_definition_key, process_id, element_id, element_instance_key,
         error_type, error_message, error_hash, state, creation_time, job_key, tenant_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE', ?, ?, ?)""";
  private static final String ADD_ANCESTOR =
      "INSERT OR REPLACE INTO incident_ancestors (ancestor_key, incident_key, active) VALUES (?, ?, 1)";
  private static final String RESOLVE = "UPDATE incidents SET state = 'RESOLVED' WHERE key = ?";
  private static final String RESOLVE_ANCESTORS = "UPDATE incident_ancestors SET active = 0 WHERE incident_key = ?";
  private static final String MIGRATE =
      "UPDATE incidents SET process_definition_key = ?, process_id = ?, element_id = ? WHERE key = ?";
  private static final String BLOCK_JOB = "UPDATE jobs SET phase = 'STUCK' WHERE key = ?";
  private static final String FREE_JOB =
      "UPDATE jobs SET phase = 'ACTIVATABLE', deadline = NULL WHERE key = ? AND phase = 'STUCK'";

  @Override
  public void apply(final LogRecord record, final Rows rows) throws SQLException {
    switch ((IncidentIntent) record.intent()) {
      case CREATED -> create(record, record.value(IncidentRecord.class), rows);
      case RESOLVED -> resolve(record.key(), record.value(IncidentRecord.class), rows);
      case MIGRATED -> {
        final var it = record.value(IncidentRecord.class);
        rows.write(MIGRATE, it.getProcessDefinitionKey(), it.getBpmnProcessId(), it.getElementId(),
            record.key());
      }
      default -> {}
    }
  }

  private static void create(final LogRecord record, final IncidentRecord it, final Rows rows)
      throws SQLException {
    final var message = it.getErrorMessage();
    rows.write(CREATE, record.key(), it.getProcessInstanceKey(), it.getProcessDefinitionKey(),
        it.getBpmnProcessId(), it.getElementId(), it.getElementInstanceKey(), it.getErrorType(), message,
        message.hashCode(), record.timestamp(), present(it.getJobKey()), it.getTenantId());
    for (final var path : it.getElementInstancePath()) {
      for (final long ancestor : path) {
        rows.write(ADD_ANCESTOR, ancestor, record.key());
      }
    }
    if (it.getJobKey() > 0) {
      rows.write(BLOCK_JOB, it.getJobKey());
    }
  }

  private static void resolve(final long key, final IncidentRecord it, final Rows rows)
      throws SQLException {
    rows.write(RESOLVE, key);
    rows.write(RESOLVE_ANCESTORS, key);
    if (it.getJobKey() > 0) {
      rows.write(FREE_JOB, it.getJobKey()); // the engine says nothing of the job itself here
    }
  }
}
