package io.huiyin.enginehost.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** What {@link Files} lacks for folders. */
final class Folders {

  private Folders() {}

  static void deleteTree(final Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (final var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Copies a snapshot for RocksDB to work in: table files never change and may be shared. */
  static void link(final Path from, final Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (final var file : files.toList()) {
        final var target = to.resolve(file.getFileName());
        if (!file.toString().endsWith(".sst") || !linked(file, target)) {
          Files.copy(file, target);
        }
      }
    }
  }

  static void force(final Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static boolean linked(final Path file, final Path target) throws IOException {
    try {
      Files.createLink(target, file);
      return true;
    } catch (final UnsupportedOperationException | java.nio.file.FileSystemException e) {
      Files.deleteIfExists(target);
      return false;
    }
  }
}
