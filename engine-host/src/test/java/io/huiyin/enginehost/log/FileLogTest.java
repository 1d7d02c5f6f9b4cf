package io.huiyin.enginehost.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.camunda.zeebe.logstreams.storage.LogStorage.AppendListener;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLogTest {

  private static final int SEGMENT_BYTES = 4096;
  private static final int RECORD_BYTES = 100;
  private static final int FRAME_BYTES = Frame.size(RECORD_BYTES);

  @TempDir Path folder;
  private long known = -1;

  @Test
  void recordsComeBackInOrderAcrossFilesAndRestarts() throws Exception {
    write(1, 100);
    write(101, 150);

    try (var log = open()) {
      assertEquals(positions(1, 150), read(log));
      assertEquals(150, log.written());
      assertEquals(150, log.committed());
    }
    assertTrue(segments().size() > 3);
  }

  @Test
  void aReaderBeginsAtOrBeforeThePositionItSeeks() throws Exception {
    write(1, 100);

    try (var log = open()) {
      final var reader = log.newReader();
      reader.seek(60);
      assertEquals("60", text(reader.next()));
      reader.seek(Long.MAX_VALUE);
      assertEquals("100", text(reader.next()));
      assertFalse(reader.hasNext());
    }
  }

  @Test
  void aReaderAtTheEndSeesWhatIsAppendedLater() throws Exception {
    try (var log = open()) {
      final var reader = log.newReader();
      assertFalse(reader.hasNext());
      append(log, 1, 50);
      for (int i = 1; i <= 50; i++) {
        assertEquals(String.valueOf(i), text(reader.next()));
      }
    }
  }

  @Test
  void whatWaitsForACommitRunsOnceItIsOnDisk() throws Exception {
    try (var log = open()) {
      append(log, 1, 3);
      final var done = new CountDownLatch(1);
      log.whenCommitted(3, done::countDown);

      assertTrue(done.await(5, TimeUnit.SECONDS));
      assertEquals(3, log.committed());
      assertTrue(log.awaitCommitted(3, Duration.ZERO));
      assertFalse(log.awaitCommitted(4, Duration.ofMillis(10)));
    }
  }

  @Test
  void anUnfinishedLastRecordIsCutOff() throws Exception {
    write(1, 10);
    final var file = segments().getFirst();
    truncate(file, 10 * FRAME_BYTES - 20);

    try (var log = open()) {
      assertEquals(positions(1, 9), read(log));
      append(log, 10, 11);
    }
    try (var log = open()) {
      assertEquals(positions(1, 11), read(log));
    }
  }

  @Test
  void bytesOfAWriteThatNeverEndedAreCutOff() throws Exception {
    write(1, 10);
    final var file = segments().getFirst();
    overwrite(file, 10 * FRAME_BYTES + 2 * Frame.HEADER, "unfinished");

    write(11, 20);

    try (var log = open()) {
      assertEquals(positions(1, 20), read(log));
    }
  }

  @Test
  void aHoleInWhatWasNotYetOnDiskIsCutOffWithAllBehindIt() throws Exception {
    write(1, 10);
    // a power cut may lose the first of two unsynced frames and keep the second
    final var file = segments().getFirst();
    final int hole = endOf(file);
    final var frame = ByteBuffer.allocate(FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    Frame.seal(frame, 0, RECORD_BYTES, 12, 12, 10);
    overwrite(file, hole + FRAME_BYTES, frame.array());

    try (var log = open()) {
      assertEquals(positions(1, 10), read(log));
      append(log, 11, 12);
    }
    try (var log = open()) {
      assertEquals(positions(1, 12), read(log));
    }
  }

  @Test
  void aDamagedRecordInTheMiddleIsRefusedAndNothingIsChanged() throws Exception {
    write(1, 100);
    final var file = segments().getFirst();
    overwrite(file, 5 * FRAME_BYTES + Frame.HEADER + 7, "x");
    final var before = bytes();

    final var error = assertThrows(DamagedLog.class, this::open);

    assertTrue(error.getMessage().contains(file.toString()), error.getMessage());
    assertTrue(error.getMessage().contains("offset " + 5 * FRAME_BYTES), error.getMessage());
    assertSame(before, bytes());
  }

  @Test
  void evenTheLastRecordIsGuardedAfterAnOrderlyStop() throws Exception {
    write(1, 10);
    overwrite(segments().getFirst(), 9 * FRAME_BYTES + Frame.HEADER + 1, "x");

    assertThrows(DamagedLog.class, this::open);
  }

  @Test
  void aMissingFileInTheMiddleIsRefused() throws Exception {
    write(1, 100);
    Files.delete(segments().get(1));

    assertThrows(DamagedLog.class, this::open);
  }

  @Test
  void aFileCutShortInTheMiddleIsRefused() throws Exception {
    write(1, 100);
    truncate(segments().get(1), 3 * FRAME_BYTES);

    assertThrows(DamagedLog.class, this::open);
  }

  @Test
  void aLogThatEndsBeforeWhatIsKnownToHaveBeenOnDiskIsRefused() throws Exception {
    write(1, 10);
    truncate(segments().getFirst(), 5 * FRAME_BYTES);
    known = 6;

    assertThrows(DamagedLog.class, this::open);
    Files.delete(segments().getFirst());
    assertThrows(DamagedLog.class, this::open);
  }

  @Test
  void filesBehindAPositionAreDeletedAndTheRestStays() throws Exception {
    write(1, 100);
    try (var log = open()) {
      log.deleteBefore(60);

      assertTrue(log.first() > 1 && log.first() <= 60);
      assertEquals(positions((int) log.first(), 100), read(log));
      log.deleteBefore(1_000);
      assertEquals(100, log.written());
    }
    write(101, 110);
    try (var log = open()) {
      assertEquals(110, log.written());
    }
  }

  private FileLog open() throws IOException {
    return FileLog.open(folder, SEGMENT_BYTES, known, true, Runnable::run);
  }

  private void write(final int from, final int to) throws Exception {
    try (var log = open()) {
      append(log, from, to);
    }
  }

  private static void append(final FileLog log, final int from, final int to) {
    for (int i = from; i <= to; i++) {
      log.append(i, i, new Record(String.valueOf(i)), new AppendListener() {});
    }
  }

  private static List<String> read(final FileLog log) {
    final var found = new ArrayList<String>();
    final var reader = log.newReader();
    while (reader.hasNext()) {
      found.add(text(reader.next()));
    }
    return found;
  }

  private static List<String> positions(final int from, final int to) {
    final var all = new ArrayList<String>();
    for (int i = from; i <= to; i++) {
      all.add(String.valueOf(i));
    }
    return all;
  }

  private static String text(final org.agrona.DirectBuffer buffer) {
    return buffer.getStringWithoutLengthUtf8(0, RECORD_BYTES).strip();
  }

  private List<Path> segments() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(Segment::isSegment).sorted().toList();
    }
  }

  private List<byte[]> bytes() throws IOException {
    final var all = new ArrayList<byte[]>();
    for (final var file : segments()) {
      all.add(Files.readAllBytes(file));
    }
    return all;
  }

  private static void assertSame(final List<byte[]> expected, final List<byte[]> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < found.size(); i++) {
      assertArrayEquals(expected.get(i), found.get(i));
    }
  }

  private static int endOf(final Path file) throws IOException {
    final var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int end = 0;
    for (Frame frame; (frame = Frame.read(bytes, end, bytes.capacity())) != null; ) {
      end = frame.end();
    }
    return end;
  }

  private static void truncate(final Path file, final long length) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(length);
    }
  }

  private static void overwrite(final Path file, final int at, final String text)
      throws IOException {
    overwrite(file, at, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void overwrite(final Path file, final int at, final byte[] with)
      throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      bytes.write(with);
    }
  }

  private record Record(String text) implements BufferWriter {

    @Override
    public int getLength() {
      return RECORD_BYTES;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
      buffer.setMemory(offset, RECORD_BYTES, (byte) ' ');
      buffer.putStringWithoutLengthUtf8(offset, text);
      return RECORD_BYTES;
    }
  }
}
