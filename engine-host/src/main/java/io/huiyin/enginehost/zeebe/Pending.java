package io.huiyin.enginehost.zeebe;

import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.huiyin.enginehost.Answer;
import io.huiyin.enginehost.Closed;
import io.huiyin.enginehost.NotAnswered;
import io.huiyin.enginehost.Overloaded;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The commands that wait for their answer. There may be so many and no more. */
final class Pending {

  static final int LIMIT = 1_000;

  /** They take work off the engine, so they still come through when others no longer do. */
  private static final Set<JobIntent> RELIEVING =
      EnumSet.of(JobIntent.COMPLETE, JobIntent.FAIL, JobIntent.THROW_ERROR, JobIntent.YIELD);

  /**
   * Requests are numbered anew at every start. The engine may still answer one of an earlier run,
   * which this number tells apart.
   */
  private final int run = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);

  private final AtomicLong lastId = new AtomicLong();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Map<Long, Command> commands = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer;
  private volatile boolean closed;

  Pending(final ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /** A command that waits. It stops waiting when its future completes, whoever completes it. */
  record Command(int run, long id, CompletableFuture<Answer> future) {

    void answer(final Answer answer) {
      future.complete(answer);
    }
  }

  Command add(final Intent intent, final Duration timeout) {
    final boolean counted = intent != ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT;
    final int limit = intent instanceof JobIntent && RELIEVING.contains(intent) ? 2 * LIMIT : LIMIT;
    if (counted && waiting.incrementAndGet() > limit) {
      waiting.decrementAndGet();
      throw new Overloaded("%d commands wait for their answer; try again later".formatted(limit));
    }
    final var command = new Command(run, lastId.incrementAndGet(), new CompletableFuture<>());
    commands.put(command.id(), command);
    final var alarm =
        timer.schedule(() -> expire(command, intent, timeout), timeout.toMillis(), TimeUnit.MILLISECONDS);
    command
        .future()
        .whenComplete(
            (answer, error) -> {
              alarm.cancel(false);
              commands.remove(command.id());
              if (counted) {
                waiting.decrementAndGet();
              }
            });
    if (closed) {
      command.future().completeExceptionally(new Closed("the host is stopping"));
    }
    return command;
  }

  /** Null when nobody waits for this answer any more. */
  Command take(final int ofRun, final long id) {
    return ofRun == run ? commands.get(id) : null;
  }

  void close(final String reason) {
    closed = true;
    commands.values().forEach(command -> command.future().completeExceptionally(new Closed(reason)));
  }

  private static void expire(final Command command, final Intent intent, final Duration timeout) {
    command
        .future()
        .completeExceptionally(
            new NotAnswered(
                "no answer to %s within %d ms; it may still be carried out"
                    .formatted(intent, timeout.toMillis())));
  }
}
