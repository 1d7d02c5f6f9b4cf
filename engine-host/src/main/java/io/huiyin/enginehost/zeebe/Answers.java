package io.huiyin.enginehost.zeebe;

import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.CommandResponseWriter;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.camunda.zeebe.util.buffer.BufferWriter;
import io.huiyin.enginehost.Answer;
import io.huiyin.enginehost.Rejected;
import io.huiyin.enginehost.log.FileLog;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Takes the engine's answers, on the engine's thread, and passes each on once all that was written
 * before it is on disk.
 */
final class Answers implements CommandResponseWriter {

  private final FileLog log;
  private final Pending pending;
  private long key;
  private Intent intent;
  private ValueType valueType;
  private RecordType recordType;
  private RejectionType rejectionType;
  private String rejectionReason;
  private byte[] value;

  Answers(final FileLog log, final Pending pending) {
    this.log = log;
    this.pending = pending;
  }

  @Override
  public CommandResponseWriter partitionId(final int partitionId) {
    return this;
  }

  @Override
  public CommandResponseWriter key(final long key) {
    this.key = key;
    return this;
  }

  @Override
  public CommandResponseWriter intent(final Intent intent) {
    this.intent = intent;
    return this;
  }

  @Override
  public CommandResponseWriter recordType(final RecordType type) {
    recordType = type;
    return this;
  }

  @Override
  public CommandResponseWriter valueType(final ValueType valueType) {
    this.valueType = valueType;
    return this;
  }

  @Override
  public CommandResponseWriter rejectionType(final RejectionType rejectionType) {
    this.rejectionType = rejectionType;
    return this;
  }

  @Override
  public CommandResponseWriter rejectionReason(final DirectBuffer reason) {
    rejectionReason = BufferUtil.bufferAsString(reason);
    return this;
  }

  @Override
  public CommandResponseWriter valueWriter(final BufferWriter writer) {
    value = new byte[writer.getLength()];
    writer.write(new UnsafeBuffer(value), 0);
    return this;
  }

  @Override
  public void tryWriteResponse(final int requestStreamId, final long requestId) {
    final var command = pending.take(requestStreamId, requestId);
    if (command == null) {
      return;
    }
    final long position = log.written();
    if (recordType == RecordType.COMMAND_REJECTION) {
      final var rejected = new Rejected(rejectionType, intent, rejectionReason);
      log.whenCommitted(position, () -> command.future().completeExceptionally(rejected));
      return;
    }
    final long answerKey = key;
    final var answerIntent = intent;
    final var type = valueType;
    final var bytes = value;
    log.whenCommitted(
        position,
        () ->
            command.answer(
                new Answer(answerKey, type, answerIntent, decode(type, bytes), position)));
  }

  private static UnifiedRecordValue decode(final ValueType type, final byte[] bytes) {
    final var decoded = UnifiedRecordValue.fromValueType(type);
    decoded.wrap(new UnsafeBuffer(bytes));
    return decoded;
  }
}
