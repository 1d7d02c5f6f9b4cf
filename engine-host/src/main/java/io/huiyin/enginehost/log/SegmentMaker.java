package io.huiyin.enginehost.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Keeps one segment ready beforehand, so that no command waits for zeros to be written. */
final class SegmentMaker implements AutoCloseable {

  private final Path folder;
  private final int segmentBytes;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "log-prepare"));
  private CompletableFuture<Path> spare;

  SegmentMaker(final Path folder, final int segmentBytes) {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.spare = prepare();
  }

  int segmentBytes() {
    return segmentBytes;
  }

  /** An empty segment that begins with this position, its name on disk. */
  Segment next(final long first) throws IOException {
    final var file = Segment.file(folder, first);
    try {
      Files.move(spare.join(), file, StandardCopyOption.ATOMIC_MOVE);
    } catch (final CompletionException e) {
      spare = prepare();
      throw new IOException(e.getCause());
    }
    force(folder);
    spare = prepare();
    return Segment.open(file);
  }

  /** Brings the names in a folder to disk. */
  static void force(final Path folder) throws IOException {
    try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private CompletableFuture<Path> prepare() {
    return CompletableFuture.supplyAsync(
        () -> {
          final var file = folder.resolve("spare");
          try {
            Files.deleteIfExists(file);
            Segment.prepare(file, 0, segmentBytes);
          } catch (final IOException e) {
            throw new CompletionException(e);
          }
          return file;
        },
        executor);
  }

  @Override
  public void close() {
    executor.close();
  }
}
