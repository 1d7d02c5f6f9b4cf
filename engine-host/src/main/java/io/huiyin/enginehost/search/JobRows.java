package io.huiyin.enginehost.search;

import static io.huiyin.enginehost.search.Rows.present;

import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.huiyin.enginehost.LogRecord;
import java.sql.SQLException;

/** Open jobs. A job that is over has no row. */
final class JobRows implements RecordHandler {

  /** What the engine writes as element id when nothing catches an error that a job has thrown. */
  private static final String NOBODY_CATCHES = "NO_CATCH_EVENT_FOUND";

  private static final String CREATE =
      """
      INSERT OR REPLACE INTO jobs
        (key, type, phase, state, worker, retries, kind, listener_event_type, custom_headers, process_instance_key,
         process_definition_key, process_id, element_id, element_instance_key, tenant_id)
      VALUES (?, ?, 'ACTIVATABLE', 'CREATED', '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String RELEASE = "UPDATE jobs SET phase = 'ACTIVATABLE', deadline = NULL WHERE key = ?";
  private static final String TIME_OUT =
      "UPDATE jobs SET phase = 'ACTIVATABLE', state = 'TIMED_OUT', deadline = NULL WHERE key = ?";
  private static final String FAIL =
      """
      UPDATE jobs SET phase = ?, state = 'FAILED', retries = ?, backoff_until = ?, error_message = ?, deadline = NULL
      WHERE key = ?""";
  private static final String THROW =
      "UPDATE jobs SET phase = 'STUCK', state = 'ERROR_THROWN', error_code = ?, error_message = ? WHERE key = ?";
  private static final String SET_RETRIES = "UPDATE jobs SET state = 'RETRIES_UPDATED', retries = ? WHERE key = ?";
  private static final String SET_DEADLINE = "UPDATE jobs SET deadline = ? WHERE key = ? AND phase = 'ACTIVATED'";
  private static final String MIGRATE =
      "UPDATE jobs SET process_definition_key = ?, process_id = ?, element_id = ? WHERE key = ?";
  private static final String DELETE = "DELETE FROM jobs WHERE key = ?";

  @Override
  public void apply(final LogRecord record, final Rows rows) throws SQLException {
    final long key = record.key();
    switch ((JobIntent) record.intent()) {
      case CREATED -> create(key, value(record), rows);
      case COMPLETED, CANCELED -> rows.write(DELETE, key);
      case TIMED_OUT -> rows.write(TIME_OUT, key);
      case YIELDED, RECURRED_AFTER_BACKOFF -> rows.write(RELEASE, key);
      case FAILED -> fail(key, value(record), rows);
      case ERROR_THROWN -> throwError(key, value(record), rows);
      case RETRIES_UPDATED -> rows.write(SET_RETRIES, value(record).getRetries(), key);
      case TIMEOUT_UPDATED -> rows.write(SET_DEADLINE, value(record).getDeadline(), key);
      case UPDATED -> {
        final var it = value(record);
        rows.write(SET_RETRIES, it.getRetries(), key);
        rows.write(SET_DEADLINE, it.getDeadline(), key);
      }
      case MIGRATED -> {
        final var it = value(record);
        rows.write(MIGRATE, it.getProcessDefinitionKey(), it.getBpmnProcessId(), it.getElementId(), key);
      }
      default -> {}
    }
  }

  private static JobRecord value(final LogRecord record) {
    return record.value(JobRecord.class);
  }

  private static void create(final long key, final JobRecord it, final Rows rows) throws SQLException {
    rows.write(CREATE, key, it.getType(), it.getRetries(), it.getJobKind(), it.getJobListenerEventType(),
        Json.text(it.getCustomHeaders()), it.getProcessInstanceKey(), it.getProcessDefinitionKey(),
        it.getBpmnProcessId(), it.getElementId(), it.getElementInstanceKey(), it.getTenantId());
  }

  private static void fail(final long key, final JobRecord it, final Rows rows) throws SQLException {
    final boolean waits = it.getRetries() > 0 && it.getRetryBackoff() > 0;
    final var phase = it.getRetries() <= 0 ? "STUCK" : waits ? "BACKOFF" : "ACTIVATABLE";
    rows.write(FAIL, phase, it.getRetries(), waits ? it.getRecurringTime() : null,
        present(it.getErrorMessage()), key);
  }

  private static void throwError(final long key, final JobRecord it, final Rows rows) throws SQLException {
    if (NOBODY_CATCHES.equals(it.getElementId())) {
      rows.write(THROW, present(it.getErrorCode()), present(it.getErrorMessage()), key);
    } else {
      rows.write(DELETE, key);
    }
  }
}
