package io.huiyin.enginehost.search;

import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.huiyin.enginehost.LogRecord;
import java.sql.SQLException;

/** Jobs that a worker has taken. */
final class JobBatchRows implements RecordHandler {

  private static final String ACTIVATE =
      "UPDATE jobs SET phase = 'ACTIVATED', worker = ?, deadline = ? WHERE key = ?";

  @Override
  public void apply(final LogRecord record, final Rows rows) throws SQLException {
    if (record.intent() != JobBatchIntent.ACTIVATED) {
      return;
    }
    final var batch = record.value(JobBatchRecord.class);
    final var keys = batch.getJobKeys();
    if (keys.isEmpty()) {
      return;
    }
    final long deadline = record.timestamp() + batch.getTimeout();
    for (final long key : keys) {
      rows.write(ACTIVATE, batch.getWorker(), deadline, key);
    }
  }
}
