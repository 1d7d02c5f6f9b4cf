package io.huiyin.enginehost.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of the log, mapped into memory. Its blocks are written with zeros beforehand, so that
 * syncing has no metadata to carry and a full disk shows when the file is made, not in the middle.
 */
final class Segment {

  private static final String ENDING = ".seg";

  private final Path file;
  private final long first;
  private final MappedByteBuffer bytes;
  private volatile int end;
  private volatile long last;

  private Segment(final Path file, final long first, final MappedByteBuffer bytes) {
    this.file = file;
    this.first = first;
    this.last = first - 1;
    this.bytes = bytes;
    bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  static Segment open(final Path file) throws IOException {
    final var name = file.getFileName().toString();
    final long first = Long.parseLong(name.substring(0, name.length() - ENDING.length()));
    try (var channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new Segment(file, first, channel.map(MapMode.READ_WRITE, 0, channel.size()));
    }
  }

  static boolean isSegment(final Path file) {
    return file.getFileName().toString().matches("\\d{19}\\" + ENDING);
  }

  static Path file(final Path folder, final long first) {
    return folder.resolve("%019d%s".formatted(first, ENDING));
  }

  /** Makes a file of zeros whose blocks are on disk. */
  static void prepare(final Path file, final long from, final int size) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      final var zeros = ByteBuffer.allocateDirect(1 << 16);
      for (long at = from; at < size; ) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), size - at));
        at += channel.write(zeros, at);
      }
      channel.force(true);
    }
  }

  Path file() {
    return file;
  }

  long first() {
    return first;
  }

  /** The last position in it; one less than the first while it is empty. */
  long last() {
    return last;
  }

  /** Offset behind the last frame. */
  int end() {
    return end;
  }

  int capacity() {
    return bytes.capacity();
  }

  ByteBuffer bytes() {
    return bytes;
  }

  /** Lets readers see the frames up to here. */
  void publish(final int newEnd, final long newLast) {
    last = newLast;
    end = newEnd;
  }

  void force(final int from, final int to) {
    if (to > from) {
      bytes.force(from, to - from);
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
