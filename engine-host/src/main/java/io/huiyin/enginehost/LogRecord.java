package io.huiyin.enginehost;

import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;

/** One record of the log. Valid until its feed is asked for the next one; so is {@link #value()}. */
public final class LogRecord {

  private final LoggedEvent event;
  private final RecordMetadata metadata = new RecordMetadata();

  public LogRecord(final LoggedEvent event) {
    this.event = event;
    event.readMetadata(metadata);
  }

  public long position() {
    return event.getPosition();
  }

  /** Position of the command that caused this record, or -1. */
  public long sourcePosition() {
    return event.getSourceEventPosition();
  }

  public long key() {
    return event.getKey();
  }

  /** A command that the engine has still to process when it meets it here; others were processed with their cause. */
  public boolean isOpenCommand() {
    return recordType() == RecordType.COMMAND && !event.shouldSkipProcessing();
  }

  /** Milliseconds since 1970 by the engine's clock. */
  public long timestamp() {
    return event.getTimestamp();
  }

  public RecordType recordType() {
    return metadata.getRecordType();
  }

  public ValueType valueType() {
    return metadata.getValueType();
  }

  public Intent intent() {
    return metadata.getIntent();
  }

  public RejectionType rejectionType() {
    return metadata.getRejectionType();
  }

  public String rejectionReason() {
    return metadata.getRejectionReason();
  }

  /** Decodes the value anew on each call: look at the type first, and ask once. */
  public UnifiedRecordValue value() {
    final var value = UnifiedRecordValue.fromValueType(valueType());
    event.readValue(value);
    return value;
  }

  public <T extends UnifiedRecordValue> T value(final Class<T> type) {
    return type.cast(value());
  }
}
