package io.huiyin.enginehost.zeebe;

import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.huiyin.enginehost.LogFeed;
import io.huiyin.enginehost.LogRecord;
import io.huiyin.enginehost.log.FileLog;
import java.time.Duration;

/** Reads what is on disk and no further: what a power cut may take back is shown to nobody. */
final class CommittedFeed implements LogFeed {

  private final FileLog log;
  private final LogStreamReader reader;
  private long next;

  CommittedFeed(final FileLog log, final LogStreamReader reader, final long position) {
    this.log = log;
    this.reader = reader;
    this.next = Math.max(1, position);
    reader.seek(next);
  }

  @Override
  public LogRecord next(final Duration wait) throws InterruptedException {
    if (log.committed() < next && !log.awaitCommitted(next, wait)) {
      return null;
    }
    if (!reader.hasNext()) {
      return null;
    }
    if (reader.peekNext().getPosition() > log.committed()) {
      // the log was cut behind the wanted position: go on with what is left
      next = reader.peekNext().getPosition();
      return null;
    }
    final var event = reader.next();
    next = event.getPosition() + 1;
    return new LogRecord(event);
  }

  @Override
  public void close() {
    reader.close();
  }
}
