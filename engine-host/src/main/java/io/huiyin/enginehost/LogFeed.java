package io.huiyin.enginehost;

import java.time.Duration;

/** Reads committed records in order. One thread at a time. */
public interface LogFeed extends AutoCloseable {

  /**
   * The next record that is on disk.
   *
   * @param wait how long to wait for one; zero does not wait
   * @return null when none came in time
   */
  LogRecord next(Duration wait) throws InterruptedException;

  @Override
  void close();
}
