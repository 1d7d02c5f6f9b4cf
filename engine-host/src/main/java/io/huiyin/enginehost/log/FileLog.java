package io.huiyin.enginehost.log;

import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The log as files. The engine may read and process a record before it is on disk, for it stands in
 * the log in order and a crash takes both record and follow-up; but nothing leaves the host before
 * {@link #whenCommitted}.
 */
public final class FileLog implements LogStorage, AutoCloseable {

  public static final int SEGMENT_BYTES = 32 << 20;

  private final ConcurrentSkipListMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
  private final Set<CommitListener> listeners = ConcurrentHashMap.newKeySet();
  private final SegmentMaker maker;
  private final boolean durable;
  private final Committer committer;
  private final Object tail = new Object();
  private Segment current;
  private int synced;

  private FileLog(
      final Path folder,
      final int segmentBytes,
      final long known,
      final boolean durable,
      final Executor executor)
      throws IOException {
    this.durable = durable;
    Files.createDirectories(folder);
    forceName(folder);
    for (final var segment : new LogScan(folder, segmentBytes, known).run()) {
      segments.put(segment.first(), segment);
    }
    maker = new SegmentMaker(folder, segmentBytes);
    if (segments.isEmpty()) {
      segments.put(1L, maker.next(1));
    }
    current = segments.lastEntry().getValue();
    current.force(0, current.end());
    synced = current.end();
    committer = new Committer(current.last(), this::sync, this::note, executor);
  }

  /**
   * @param known a position that is known from elsewhere to have been on disk, or -1
   * @param durable false: records count as committed without a sync; for measuring only
   * @param executor runs what waits for a commit
   * @throws DamagedLog when records that were on disk are damaged; nothing is changed then
   */
  public static FileLog open(
      final Path folder,
      final int segmentBytes,
      final long known,
      final boolean durable,
      final Executor executor)
      throws IOException {
    return new FileLog(folder, segmentBytes, known, durable, executor);
  }

  /** Brings the name of a file or folder to disk, where the folder it stands in may be read. */
  public static void forceName(final Path file) throws IOException {
    final var folder = file.toAbsolutePath().getParent();
    if (folder != null && Files.isReadable(folder)) {
      SegmentMaker.force(folder);
    }
  }

  @Override
  public void append(
      final long lowest, final long highest, final BufferWriter batch, final AppendListener listener) {
    synchronized (tail) {
      final int length = batch.getLength();
      if (Frame.size(length) > current.capacity() - current.end()) {
        roll(lowest, length);
      }
      final int offset = current.end();
      batch.write(new UnsafeBuffer(current.bytes(), offset + Frame.HEADER, length), 0);
      Frame.seal(current.bytes(), offset, length, lowest, highest, committed());
      current.publish(offset + Frame.size(length), highest);
      committer.appended(highest);
    }
    listener.onWrite(highest, highest);
    listener.onCommit(highest, highest);
    listeners.forEach(CommitListener::onCommit);
  }

  private void roll(final long lowest, final int length) {
    try {
      if (Frame.size(length) > maker.segmentBytes()) {
        throw new IllegalArgumentException("a batch of " + length + " bytes fits no segment");
      }
      // A frame in the new segment proves, at the next start, that the old one was whole on disk.
      current.force(synced, current.end());
      current = maker.next(lowest);
      segments.put(lowest, current);
      synced = 0;
    } catch (final IOException e) {
      committer.fail("no new file could be made for the log", e);
      throw new UncheckedIOException(e);
    }
  }

  private long sync() {
    final Segment segment;
    final int from;
    final int to;
    final long position;
    synchronized (tail) {
      segment = current;
      from = synced;
      to = segment.end();
      position = segment.last();
    }
    if (durable) {
      segment.force(from, to);
    }
    synchronized (tail) {
      if (segment == current) {
        synced = to;
      }
    }
    return position;
  }

  /** Notes in the log itself that all of it is on disk, so that even its last record is guarded. */
  private void note() {
    synchronized (tail) {
      final int offset = current.end();
      if (Frame.size(0) > current.capacity() - offset) {
        return;
      }
      final long last = current.last();
      Frame.seal(current.bytes(), offset, 0, last + 1, last, last);
      current.publish(offset + Frame.size(0), last);
    }
  }

  /** The last position written; -1 while there is none. */
  public long written() {
    return orNone(segments.lastEntry().getValue().last());
  }

  /** The last position on disk; -1 while there is none. */
  public long committed() {
    return orNone(committer.committed());
  }

  /** The first position that is left; one more than the last while the log is empty. */
  public long first() {
    return segments.firstKey();
  }

  public boolean hasFailed() {
    return committer.hasFailed();
  }

  public void whenCommitted(final long position, final Runnable task) {
    committer.whenCommitted(position, task);
  }

  /** Waits until the position is on disk; false when the time is over. */
  public boolean awaitCommitted(final long position, final Duration wait)
      throws InterruptedException {
    return committer.await(position, wait);
  }

  /** Deletes the files that hold only records before this position. */
  public void deleteBefore(final long position) throws IOException {
    for (Map.Entry<Long, Segment> next;
        (next = segments.higherEntry(segments.firstKey())) != null && next.getKey() <= position; ) {
      segments.pollFirstEntry().getValue().delete();
    }
  }

  /** Bytes of records in the log. */
  public long size() {
    return segments.values().stream().mapToLong(Segment::end).sum();
  }

  @Override
  public LogStorageReader newReader() {
    return new FileLogReader(segments);
  }

  @Override
  public void addCommitListener(final CommitListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeCommitListener(final CommitListener listener) {
    listeners.remove(listener);
  }

  @Override
  public void close() throws InterruptedException {
    committer.stop();
    if (!committer.hasFailed()) {
      note();
      current.force(0, current.end());
    }
    maker.close();
  }

  private static long orNone(final long position) {
    return position > 0 ? position : -1;
  }
}
