package io.huiyin.enginehost.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the whole log at start: cuts off an unfinished end, refuses damage before it. */
final class LogScan {

  private static final Logger LOG = LoggerFactory.getLogger(LogScan.class);

  private final Path folder;
  private final int segmentBytes;
  private final long known;

  /** @param known a position that is known from elsewhere to have been on disk, or -1 */
  LogScan(final Path folder, final int segmentBytes, final long known) {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.known = known;
  }

  /**
   * @return the segments in order, the last one ready to be written on
   * @throws DamagedLog before a byte is changed
   */
  List<Segment> run() throws IOException {
    final var segments = open();
    if (segments.isEmpty() && known > 0) {
      throw new DamagedLog(folder, 0, "no log where one up to record %d is due".formatted(known));
    }
    long expected = segments.isEmpty() ? 0 : segments.getFirst().first();

    for (int i = 0; i < segments.size(); i++) {
      final var segment = segments.get(i);
      if (segment.first() != expected) {
        throw new DamagedLog(
            segment.file(), 0, "records %d to %d are missing before the record".formatted(expected, segment.first() - 1));
      }
      expected = read(segment) + 1;
      final boolean followed = i + 1 < segments.size() && hasFrames(segments.get(i + 1));
      if (followed && segments.get(i + 1).first() != expected
          || !followed && expected <= known
          || isSafe(segment, expected)) {
        throw new DamagedLog(segment.file(), segment.end(), "damaged record %d".formatted(expected));
      }
      if (!followed) {
        dropEmpty(segments, i + 1);
        finish(segments);
      }
    }
    return segments;
  }

  private List<Segment> open() throws IOException {
    final var segments = new ArrayList<Segment>();
    try (var files = Files.list(folder)) {
      for (final var file : files.filter(Segment::isSegment).toList()) {
        segments.add(Segment.open(file));
      }
    }
    segments.sort(Comparator.comparingLong(Segment::first));
    return segments;
  }

  /** Finds the end of the segment's whole frames. */
  private static long read(final Segment segment) {
    final var bytes = segment.bytes();
    int offset = 0;
    long last = segment.first() - 1;
    for (Frame frame; (frame = Frame.read(bytes, offset, bytes.capacity())) != null; ) {
      if (frame.lowest() != last + 1) {
        break;
      }
      last = frame.highest();
      offset = frame.end();
    }
    segment.publish(offset, last);
    return last;
  }

  /** A segment is begun only after the one before it is on disk: any frame in it proves that. */
  private static boolean hasFrames(final Segment segment) {
    return Frame.read(segment.bytes(), 0, segment.capacity()) != null
        || firstWhole(segment, 0, segment.first()) != null;
  }

  /** True when a later frame says that the position behind the end was already on disk. */
  private static boolean isSafe(final Segment segment, final long position) {
    for (int from = segment.end(); ; ) {
      final var frame = firstWhole(segment, from, position);
      if (frame == null) {
        return false;
      }
      if (frame.durable() >= position) {
        return true;
      }
      from = frame.end();
    }
  }

  private static Frame firstWhole(final Segment segment, final int from, final long position) {
    final var bytes = segment.bytes();
    for (int offset = from; offset + Frame.HEADER <= bytes.capacity(); offset += 8) {
      final var frame = Frame.read(bytes, offset, bytes.capacity());
      if (frame != null && frame.lowest() >= position) {
        return frame;
      }
    }
    return null;
  }

  private static void dropEmpty(final List<Segment> segments, final int from) throws IOException {
    while (segments.size() > from) {
      segments.removeLast().delete();
    }
  }

  private void finish(final List<Segment> segments) throws IOException {
    final var segment = segments.getLast();
    final var bytes = segment.bytes();
    int dirty = bytes.capacity();
    while (dirty > segment.end() && bytes.get(dirty - 1) == 0) {
      dirty--;
    }
    if (dirty > segment.end()) {
      LOG.warn(
          "cut off {} bytes of an unfinished write behind record {} in {}",
          dirty - segment.end(),
          segment.last(),
          segment.file());
      for (int i = segment.end(); i < dirty; i++) {
        bytes.put(i, (byte) 0);
      }
      segment.force(segment.end(), dirty);
    }
    if (segment.end() == 0 && segment.capacity() < segmentBytes) {
      Segment.prepare(segment.file(), 0, segmentBytes);
      segments.set(segments.size() - 1, Segment.open(segment.file()));
    }
  }
}
