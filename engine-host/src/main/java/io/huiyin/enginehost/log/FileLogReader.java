package io.huiyin.enginehost.log;

import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads the batches in order, straight from the mapped files. */
final class FileLogReader implements LogStorageReader {

  private final NavigableMap<Long, Segment> segments;
  private Segment segment;
  private int offset;

  FileLogReader(final NavigableMap<Long, Segment> segments) {
    this.segments = segments;
    seek(Long.MIN_VALUE);
  }

  @Override
  public void seek(final long position) {
    final var at = segments.floorEntry(position);
    segment = at == null ? segments.firstEntry().getValue() : at.getValue();
    offset = 0;
    for (int next = 0; next < segment.end(); ) {
      final var frame = Frame.header(segment.bytes(), next);
      if (frame.length() > 0) {
        offset = next;
      }
      if (frame.highest() >= position) {
        return;
      }
      next = frame.end();
    }
  }

  @Override
  public boolean hasNext() {
    while (true) {
      while (offset < segment.end()) {
        final var frame = Frame.header(segment.bytes(), offset);
        if (frame.length() > 0) {
          return true;
        }
        offset = frame.end();
      }
      final var next = segments.higherEntry(segment.first());
      // Looked at again: a frame may have come between the look at the end and the new segment.
      if (next == null || offset < segment.end()) {
        if (next == null) {
          return false;
        }
        continue;
      }
      segment = next.getValue();
      offset = 0;
    }
  }

  @Override
  public DirectBuffer next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    final var frame = Frame.header(segment.bytes(), offset);
    offset = frame.end();
    return new UnsafeBuffer(segment.bytes(), frame.offset() + Frame.HEADER, frame.length());
  }

  @Override
  public void close() {
    // the files stay mapped as long as anyone holds a buffer
  }
}
