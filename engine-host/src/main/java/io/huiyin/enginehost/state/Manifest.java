package io.huiyin.enginehost.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/** The list of a snapshot's files, each with its length and CRC32C; a last line guards the list. */
final class Manifest {

  private static final String NAME = "snapshot.files";

  private Manifest() {}

  /** Copies the files of a folder, brings them to disk and writes the list. */
  static void copy(final Path from, final Path to) throws IOException {
    Folders.deleteTree(to);
    Files.createDirectories(to);
    final var lines = new TreeSet<String>();
    try (var files = Files.list(from)) {
      for (final var file : files.toList()) {
        lines.add(copyFile(file, to.resolve(file.getFileName())));
      }
    }
    final var list = String.join("\n", lines) + "\n";
    final var manifest = to.resolve(NAME);
    Files.writeString(manifest, list + guard(list));
    Folders.force(manifest);
    Folders.force(to);
  }

  /** What is wrong with a snapshot, or null. */
  static String check(final Path snapshot) throws IOException {
    if (!Files.exists(snapshot.resolve(NAME))) {
      return NAME + " is missing";
    }
    final var text = Files.readString(snapshot.resolve(NAME), StandardCharsets.ISO_8859_1);
    final int end = text.lastIndexOf('\n') + 1;
    if (!guard(text.substring(0, end)).equals(text.substring(end))) {
      return NAME + " is damaged";
    }
    for (final var line : List.of(text.substring(0, end).split("\n"))) {
      final var file = snapshot.resolve(line.substring(line.lastIndexOf(' ') + 1));
      if (!Files.exists(file)) {
        return file.getFileName() + " is missing";
      }
      if (!line.equals(line(file, crc(file, null)))) {
        return file.getFileName() + " is damaged";
      }
    }
    return null;
  }

  private static String copyFile(final Path from, final Path to) throws IOException {
    try (var out =
        FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      final long crc = crc(from, out);
      out.force(true);
      return line(from, crc);
    }
  }

  private static long crc(final Path file, final FileChannel copy) throws IOException {
    final var crc = new CRC32C();
    final var buffer = ByteBuffer.allocateDirect(1 << 18);
    try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
      while (in.read(buffer.clear()) > 0) {
        crc.update(buffer.flip());
        buffer.rewind();
        while (copy != null && buffer.hasRemaining()) {
          copy.write(buffer);
        }
      }
    }
    return crc.getValue();
  }

  private static String line(final Path file, final long crc) throws IOException {
    return "%08x %d %s".formatted(crc, Files.size(file), file.getFileName());
  }

  private static String guard(final String list) {
    final var crc = new CRC32C();
    crc.update(list.getBytes(StandardCharsets.ISO_8859_1));
    return "%08x".formatted(crc.getValue());
  }
}
