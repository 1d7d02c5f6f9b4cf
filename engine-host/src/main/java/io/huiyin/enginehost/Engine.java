package io.huiyin.enginehost;

import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The one engine of this host, as its doors (gRPC, REST, search index) see it. Safe for any thread. */
public interface Engine {

  /** How long a command waits for its answer when the caller does not say. */
  Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);

  /** {@link #send(ValueType, Intent, long, UnifiedRecordValue, Duration)} with {@link #DEFAULT_TIMEOUT}. */
  default CompletableFuture<Answer> send(
      final ValueType valueType,
      final Intent intent,
      final long key,
      final UnifiedRecordValue value) {
    return send(valueType, intent, key, value, DEFAULT_TIMEOUT);
  }

  /**
   * Writes a command to the log. The future completes once the engine's answer is on disk.
   *
   * @param key the record's key, or -1 where the command has none
   * @param value is read before this method returns and may be reused afterwards
   * @return fails with {@link Rejected} when the engine refuses, {@link Overloaded} when too many
   *     commands wait or the value is too large, {@link NotAnswered} when the time is over (the
   *     command may still be carried out), {@link Closed} when the host stops
   */
  CompletableFuture<Answer> send(
      ValueType valueType, Intent intent, long key, UnifiedRecordValue value, Duration timeout);

  /** Activates jobs and holds polls open, for every door alike. */
  JobActivator jobs();

  /**
   * Pushes new jobs of a type to a client from now on; jobs that wait already are left to polls.
   *
   * @return ends it
   */
  Runnable openJobStream(String type, JobListener listener);

  /**
   * Reads the log from a position on: only records that are on disk, in order.
   *
   * @param position the first position wanted; when the log was cut behind it, reading begins at
   *     the oldest record that is left
   */
  LogFeed read(long position);

  /**
   * The search index says here what it has stored for good; the log is never cut behind this
   * position. Until the first call nothing is cut.
   */
  void indexedUpTo(long position);

  Positions positions();

  /** False when the engine has failed or can no longer write to disk. */
  boolean isHealthy();

  /** Log positions: every one is -1 while there is none. */
  record Positions(long written, long committed, long processed, long indexed) {}
}
