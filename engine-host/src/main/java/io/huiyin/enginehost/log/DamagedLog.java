package io.huiyin.enginehost.log;

import java.nio.file.Path;

/** The log holds bytes that were once safe on disk and are no longer what was written. */
public final class DamagedLog extends RuntimeException {

  public DamagedLog(final Path file, final long offset, final String what) {
    super("%s at offset %d of %s".formatted(what, offset, file), null, false, false);
  }
}
