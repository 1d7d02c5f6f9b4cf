package io.huiyin.enginehost;

import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;

/**
 * The engine's answer to a command.
 *
 * @param key the key of the record that answers, e.g. of the new process instance
 * @param value the caller's own: nobody else writes to it
 * @param position every record that the command caused so far stands at or before this position
 */
public record Answer(
    long key, ValueType valueType, Intent intent, UnifiedRecordValue value, long position) {

  public <T extends UnifiedRecordValue> T value(final Class<T> type) {
    return type.cast(value);
  }
}
