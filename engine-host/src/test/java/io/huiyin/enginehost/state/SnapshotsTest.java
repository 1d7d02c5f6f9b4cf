package io.huiyin.enginehost.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

  @TempDir Path folder;
  private Snapshots snapshots;

  @BeforeEach
  void threeSnapshots() throws IOException {
    snapshots = new Snapshots(folder.resolve("snapshots"));
    for (final long position : new long[] {100, 200, 300}) {
      final var checkpoint = Files.createDirectories(folder.resolve("checkpoint"));
      Files.writeString(checkpoint.resolve("000001.sst"), "state at " + position);
      Files.writeString(checkpoint.resolve("CURRENT"), "MANIFEST " + position);
      snapshots.keep(checkpoint, position);
    }
  }

  @Test
  void theNewestIsRestored() throws IOException {
    assertEquals(300, restore(1));
    assertEquals("state at 300", restored());
  }

  @Test
  void twoAreKeptAndTheLogIsNeededFromTheOlderOne() throws IOException {
    assertEquals(200, snapshots.oldestNeeded());
    assertEquals(300, snapshots.newest());
    assertFalse(Files.exists(snapshot(100)));
  }

  @Test
  void aDamagedNewestGivesWayToTheOlderOne() throws IOException {
    Files.writeString(snapshot(300).resolve("000001.sst"), "state at 3OO");

    assertEquals(200, restore(1));
    assertEquals("state at 200", restored());
  }

  @Test
  void aMissingFileOrListCountsAsDamage() throws IOException {
    Files.delete(snapshot(300).resolve("CURRENT"));
    assertEquals(200, restore(1));

    Files.delete(snapshot(200).resolve("snapshot.files"));
    assertEquals(-1, restore(1));
  }

  @Test
  void aSnapshotBeforeTheLogIsNotUsed() throws IOException {
    assertEquals(-1, restore(400));
  }

  @Test
  void aDamagedOneDoesNotPushOutAWholeOne() throws IOException {
    Files.writeString(snapshot(300).resolve("CURRENT"), "nothing");
    restore(1);
    final var checkpoint = Files.createDirectories(folder.resolve("checkpoint"));
    snapshots.keep(checkpoint, 250);

    assertEquals(200, snapshots.oldestNeeded());
  }

  @Test
  void aHalfMadeOneIsRemovedAtStart() throws IOException {
    final var part = Files.createDirectories(folder.resolve("snapshots/0000000000000000400.part"));

    new Snapshots(folder.resolve("snapshots"));

    assertFalse(Files.exists(part));
  }

  private long restore(final long firstInLog) throws IOException {
    return snapshots.restore(folder.resolve("state"), firstInLog);
  }

  private String restored() throws IOException {
    return Files.readString(folder.resolve("state/000001.sst"));
  }

  private Path snapshot(final long position) {
    return folder.resolve("snapshots/%019d".formatted(position));
  }
}
