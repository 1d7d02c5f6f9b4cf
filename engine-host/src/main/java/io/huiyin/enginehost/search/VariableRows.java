package io.huiyin.enginehost.search;

import io.camunda.zeebe.protocol.impl.record.value.variable.VariableRecord;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.huiyin.enginehost.LogRecord;
import java.sql.SQLException;

/** Variables of every scope, as JSON text, cut at {@link #LONGEST}. */
final class VariableRows implements RecordHandler {

  static final int LONGEST = 64 * 1024;

  private static final String PUT =
      """
      INSERT INTO variables (key, name, value, truncated, scope_key, process_instance_key, tenant_id)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, truncated = excluded.truncated""";

  @Override
  public void apply(final LogRecord record, final Rows rows) throws SQLException {
    if (record.intent() == VariableIntent.MIGRATED) {
      return;
    }
    final var it = record.value(VariableRecord.class);
    final var value = it.getValue();
    final boolean tooLong = value.length() > LONGEST;
    rows.write(PUT, record.key(), it.getName(), tooLong ? value.substring(0, LONGEST) : value, tooLong,
        it.getScopeKey(), it.getProcessInstanceKey(), it.getTenantId());
  }
}
