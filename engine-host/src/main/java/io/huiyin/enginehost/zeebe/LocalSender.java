package io.huiyin.enginehost.zeebe;

import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.protocol.impl.encoding.AuthInfo;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.InterPartitionCommandSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** "Other partitions" are this one: what is sent to them goes to the own log. */
final class LocalSender implements InterPartitionCommandSender {

  private static final Logger LOG = LoggerFactory.getLogger(LocalSender.class);

  private final LogStreamWriter writer;

  LocalSender(final LogStreamWriter writer) {
    this.writer = writer;
  }

  @Override
  public void sendCommand(
      final int partition,
      final ValueType valueType,
      final Intent intent,
      final Long key,
      final UnifiedRecordValue command,
      final AuthInfo authorization) {
    final var metadata =
        new RecordMetadata().recordType(RecordType.COMMAND).valueType(valueType).intent(intent);
    if (authorization != null) {
      metadata.authorization(authorization);
    }
    final var entry =
        key == null
            ? LogAppendEntry.of(metadata, command)
            : LogAppendEntry.of(key, metadata, command);
    final var written = writer.tryWrite(WriteContext.interPartition(), entry);
    if (written.isLeft()) {
      // the engine's own checkers send it again
      LOG.warn("{} {} was not written: {}", valueType, intent, written.getLeft());
    }
  }
}
