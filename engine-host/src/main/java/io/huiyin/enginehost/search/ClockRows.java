package io.huiyin.enginehost.search;

import io.camunda.zeebe.protocol.impl.record.value.clock.ClockRecord;
import io.camunda.zeebe.protocol.record.intent.ClockIntent;
import io.huiyin.enginehost.LogRecord;
import java.sql.SQLException;

/** Whether the engine's clock stands still, and where. */
final class ClockRows implements RecordHandler {

  static final String PINNED_AT = "clock pinned at";

  private static final String PIN = "INSERT OR REPLACE INTO meta (name, value) VALUES ('" + PINNED_AT + "', ?)";
  private static final String RESET = "DELETE FROM meta WHERE name = '" + PINNED_AT + "'";

  @Override
  public void apply(final LogRecord record, final Rows rows) throws SQLException {
    switch ((ClockIntent) record.intent()) {
      case PINNED -> rows.write(PIN, record.value(ClockRecord.class).getTime());
      case RESETTED -> rows.write(RESET);
      default -> {}
    }
  }
}
