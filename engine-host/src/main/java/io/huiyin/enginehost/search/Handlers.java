package io.huiyin.enginehost.search;

import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.huiyin.enginehost.LogRecord;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** Who makes rows of which events. */
final class Handlers {

  private final Map<ValueType, RecordHandler> handlers = new EnumMap<>(ValueType.class);

  Handlers() {
    final var definitions = new DefinitionRows();
    handlers.put(ValueType.PROCESS, definitions);
    handlers.put(ValueType.DECISION, definitions);
    handlers.put(ValueType.DECISION_REQUIREMENTS, definitions);
    handlers.put(ValueType.FORM, definitions);
    handlers.put(ValueType.PROCESS_INSTANCE, new InstanceRows());
    handlers.put(ValueType.USER_TASK, new UserTaskRows());
    handlers.put(ValueType.JOB, new JobRows());
    handlers.put(ValueType.JOB_BATCH, new JobBatchRows());
    handlers.put(ValueType.INCIDENT, new IncidentRows());
    handlers.put(ValueType.TIMER, new TimerRows());
    handlers.put(ValueType.VARIABLE, new VariableRows());
    handlers.put(ValueType.CLOCK, new ClockRows());
  }

  void apply(final LogRecord record, final Storing storing) throws SQLException {
    if (record.recordType() == RecordType.EVENT) {
      final var handler = handlers.get(record.valueType());
      if (handler != null) {
        handler.apply(record, storing.rows());
      }
    }
    storing.reached(record);
  }
}
