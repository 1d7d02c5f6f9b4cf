package io.huiyin.enginehost.grpc;

import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.huiyin.enginehost.Engine;
import java.time.Duration;

/** A command as the engine takes it. */
record Command(
    ValueType valueType, Intent intent, long key, UnifiedRecordValue value, Duration timeout) {

  static final long NO_KEY = -1;

  Command(
      final ValueType valueType,
      final Intent intent,
      final long key,
      final UnifiedRecordValue value) {
    this(valueType, intent, key, value, Engine.DEFAULT_TIMEOUT);
  }
}
