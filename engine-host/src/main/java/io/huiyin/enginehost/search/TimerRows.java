package io.huiyin.enginehost.search;

import static io.huiyin.enginehost.search.Rows.present;

import io.camunda.zeebe.protocol.impl.record.value.timer.TimerRecord;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.huiyin.enginehost.LogRecord;
import java.sql.SQLException;

/** Open timers. */
final class TimerRows implements RecordHandler {

  private static final String PUT =
      """
      INSERT OR REPLACE INTO timers
        (key, due_date, element_id, process_instance_key, element_instance_key, process_definition_key)
      VALUES (?, ?, ?, ?, ?, ?)""";
  private static final String DELETE = "DELETE FROM timers WHERE key = ?";

  @Override
  public void apply(final LogRecord record, final Rows rows) throws SQLException {
    switch ((TimerIntent) record.intent()) {
      case CREATED, MIGRATED -> {
        final var it = record.value(TimerRecord.class);
        rows.write(PUT, record.key(), it.getDueDate(), it.getTargetElementId(),
            present(it.getProcessInstanceKey()), present(it.getElementInstanceKey()),
            it.getProcessDefinitionKey());
      }
      case TRIGGERED, CANCELED -> rows.write(DELETE, record.key());
      default -> {}
    }
  }
}
