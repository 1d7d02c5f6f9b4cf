package io.huiyin.enginehost.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second host off the same data. The system frees it when the process dies. */
public final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(final FileChannel channel) {
    this.channel = channel;
  }

  /** Null when another host holds the folder. */
  public static FolderLock take(final Path folder) throws IOException {
    final var channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new FolderLock(channel);
      }
    } catch (final OverlappingFileLockException e) {
      // held by this very process
    }
    channel.close();
    return null;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
