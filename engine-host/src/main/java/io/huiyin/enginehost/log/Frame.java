package io.huiyin.enginehost.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * One batch of records as it stands in a segment, little-endian, padded with zeros to eight bytes:
 *
 * <pre>
 *  0 int   mark
 *  4 int   length of the batch in bytes; 0 = a note, it holds no records
 *  8 int   CRC32C of all bytes behind this field
 * 12 int   0
 * 16 long  lowest position
 * 24 long  highest position (a note: lowest - 1)
 * 32 long  up to which position the log was on disk when this was written
 * 40       the batch
 * </pre>
 *
 * The last field tells, after a power cut, an unfinished end (pages of one unsynced stretch reach
 * the disk in any order) from damage to what was already safe.
 */
record Frame(int offset, int length, long lowest, long highest, long durable) {

  static final int HEADER = 40;

  private static final int MARK = 0x314C5948;
  private static final int CRC_AT = 8;
  private static final int CRC_FROM = 12;

  /** Bytes that a batch of this length takes in a segment. */
  static int size(final int length) {
    return (HEADER + length + 7) & ~7;
  }

  int end() {
    return offset + size(length);
  }

  /** Writes the header of a batch that already stands at {@code offset + HEADER}. */
  static void seal(
      final ByteBuffer segment,
      final int offset,
      final int length,
      final long lowest,
      final long highest,
      final long durable) {
    segment.putInt(offset + CRC_FROM, 0);
    segment.putLong(offset + 16, lowest);
    segment.putLong(offset + 24, highest);
    segment.putLong(offset + 32, durable);
    segment.putInt(offset + CRC_AT, crc(segment, offset, length));
    segment.putInt(offset + 4, length);
    segment.putInt(offset, MARK);
  }

  /** The whole, undamaged frame at this offset, or null. */
  static Frame read(final ByteBuffer segment, final int offset, final int limit) {
    if (offset + HEADER > limit || segment.getInt(offset) != MARK) {
      return null;
    }
    final int length = segment.getInt(offset + 4);
    if (length < 0 || length > limit - offset - HEADER) {
      return null;
    }
    if (crc(segment, offset, length) != segment.getInt(offset + CRC_AT)) {
      return null;
    }
    return header(segment, offset);
  }

  /** The header of a frame that is known to be whole. */
  static Frame header(final ByteBuffer segment, final int offset) {
    return new Frame(
        offset,
        segment.getInt(offset + 4),
        segment.getLong(offset + 16),
        segment.getLong(offset + 24),
        segment.getLong(offset + 32));
  }

  private static int crc(final ByteBuffer segment, final int offset, final int length) {
    final var crc = new CRC32C();
    crc.update(segment.slice(offset + CRC_FROM, HEADER - CRC_FROM + length));
    return (int) crc.getValue();
  }
}
