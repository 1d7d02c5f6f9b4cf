package io.huiyin.enginehost.search;

import static io.huiyin.enginehost.search.Rows.present;

import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.huiyin.enginehost.LogRecord;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZonedDateTime;

/** User tasks, open and done. */
final class UserTaskRows implements RecordHandler {

  private static final String PUT =
      """
      INSERT INTO user_tasks
        (key, process_instance_key, process_definition_key, process_id, version, element_id, element_instance_key,
         state, assignee, candidate_groups, candidate_users, due_date, follow_up_date, creation_date, priority,
         form_key, external_form_reference, custom_headers, tenant_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET
        process_definition_key = excluded.process_definition_key, process_id = excluded.process_id,
        version = excluded.version, element_id = excluded.element_id, state = excluded.state,
        assignee = excluded.assignee, candidate_groups = excluded.candidate_groups,
        candidate_users = excluded.candidate_users, due_date = excluded.due_date,
        follow_up_date = excluded.follow_up_date, priority = excluded.priority""";
  private static final String MOVE = "UPDATE user_tasks SET state = ? WHERE key = ?";
  private static final String END =
      "UPDATE user_tasks SET state = ?, completion_date = ? WHERE key = ?";

  @Override
  public void apply(final LogRecord record, final Rows rows) throws SQLException {
    switch ((UserTaskIntent) record.intent()) {
      case CREATING -> put(record, "CREATING", rows);
      case CREATED, ASSIGNED, UPDATED, MIGRATED -> put(record, "CREATED", rows);
      case ASSIGNMENT_DENIED, UPDATE_DENIED, COMPLETION_DENIED -> move(record, "CREATED", rows);
      case ASSIGNING, CLAIMING -> move(record, "ASSIGNING", rows);
      case UPDATING -> move(record, "UPDATING", rows);
      case COMPLETING -> move(record, "COMPLETING", rows);
      case CANCELING -> move(record, "CANCELING", rows);
      case COMPLETED -> {
        put(record, "COMPLETED", rows);
        rows.write(END, "COMPLETED", record.timestamp(), record.key());
      }
      case CANCELED -> rows.write(END, "CANCELED", record.timestamp(), record.key());
      default -> {}
    }
  }

  private static void move(final LogRecord record, final String state, final Rows rows)
      throws SQLException {
    rows.write(MOVE, state, record.key());
  }

  private static void put(final LogRecord record, final String state, final Rows rows) throws SQLException {
    final var it = record.value(UserTaskRecord.class);
    final long created = it.getCreationTimestamp() > 0 ? it.getCreationTimestamp() : record.timestamp();
    rows.write(PUT, record.key(), it.getProcessInstanceKey(), it.getProcessDefinitionKey(),
        it.getBpmnProcessId(), it.getProcessDefinitionVersion(), it.getElementId(),
        it.getElementInstanceKey(), state, present(it.getAssignee()),
        Json.text(it.getCandidateGroupsList()), Json.text(it.getCandidateUsersList()),
        moment(it.getDueDate()), moment(it.getFollowUpDate()), created, it.getPriority(),
        present(it.getFormKey()), present(it.getExternalFormReference()),
        Json.text(it.getCustomHeaders()), it.getTenantId());
  }

  private static Long moment(final String text) {
    if (present(text) == null) {
      return null;
    }
    try {
      return ZonedDateTime.parse(text).toInstant().toEpochMilli();
    } catch (final DateTimeException e) {
      return null; // the engine checks dates itself; a date of a kind unknown here is shown as none
    }
  }
}
