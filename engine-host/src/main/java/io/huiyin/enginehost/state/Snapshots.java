package io.huiyin.enginehost.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two newest copies of the state, each a folder named by the last position that is surely in it.
 * They share no file with each other nor with the state at work, so that one damaged file harms one
 * copy only.
 */
public final class Snapshots {

  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
  private static final int KEPT = 2;

  private final Path folder;

  public Snapshots(final Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    for (final var left : list(".*\\.part")) {
      Folders.deleteTree(left);
    }
  }

  /**
   * The position of the newest snapshot, whole or not, or -1: up to there the log was on disk when it
   * got its name.
   */
  public long newest() throws IOException {
    final var all = newestFirst();
    return all.isEmpty() ? -1 : position(all.getFirst());
  }

  /**
   * Makes a state folder anew from the newest whole snapshot that the log carries on from. Damaged
   * ones are removed, lest they push out whole ones later.
   *
   * @return the position it stands at; -1 when there was none and the whole log is to be replayed
   */
  public long restore(final Path state, final long firstInLog) throws IOException {
    Folders.deleteTree(state);
    for (final var snapshot : newestFirst()) {
      final long position = position(snapshot);
      final var fault =
          position < firstInLog
              ? "the log begins behind it, at " + firstInLog
              : Manifest.check(snapshot);
      if (fault == null) {
        Folders.link(snapshot, state);
        return position;
      }
      LOG.error("snapshot {} is removed and an older one used: {}", position, fault);
      Folders.deleteTree(snapshot);
    }
    Files.createDirectories(state);
    return -1;
  }

  /**
   * Keeps a checkpoint as the newest snapshot and drops what is older than the two newest.
   *
   * @param checkpoint complete, and on disk is every record whose effect may be in it
   */
  public void keep(final Path checkpoint, final long position) throws IOException {
    final var part = folder.resolve(name(position) + ".part");
    Manifest.copy(checkpoint, part);
    Files.move(part, folder.resolve(name(position)), StandardCopyOption.ATOMIC_MOVE);
    Folders.force(folder);
    for (final var old : newestFirst().stream().skip(KEPT).toList()) {
      Folders.deleteTree(old);
    }
  }

  /** Removes a folder with all that is in it. */
  public static void clear(final Path any) throws IOException {
    Folders.deleteTree(any);
  }

  /** The log behind this position is needed no more; -1 while all of it is. */
  public long oldestNeeded() throws IOException {
    final var all = newestFirst();
    return all.size() < KEPT ? -1 : position(all.getLast());
  }

  private List<Path> newestFirst() throws IOException {
    return list("\\d{19}").stream().sorted(Comparator.reverseOrder()).toList();
  }

  private List<Path> list(final String pattern) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(pattern)).toList();
    }
  }

  private static String name(final long position) {
    return "%019d".formatted(position);
  }

  private static long position(final Path snapshot) {
    return Long.parseLong(snapshot.getFileName().toString());
  }
}
