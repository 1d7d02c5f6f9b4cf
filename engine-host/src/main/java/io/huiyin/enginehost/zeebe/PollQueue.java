package io.huiyin.enginehost.zeebe;

import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.huiyin.enginehost.JobActivator;
import io.huiyin.enginehost.JobRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The polls of one job type. The engine is asked only when it may have jobs: it counts as empty from
 * an empty answer until it says otherwise, so polls that are held cost the log nothing.
 */
final class PollQueue {

  private static final long DEFAULT_HOLD = Duration.ofSeconds(10).toMillis();

  /** Even a silent engine is asked now and then, should a word of it ever be missed. */
  private static final long TRUST_SILENCE = Duration.ofSeconds(30).toNanos();

  private static final int ASKED_AT_ONCE = 4;

  private final Function<JobRequest, CompletableFuture<JobBatchRecord>> ask;
  private final JobActivator activator;
  private final ScheduledExecutorService timer;
  private final Deque<Poll> waiting = new ArrayDeque<>();
  private long calls;
  private long emptyAtCall = -1;
  private long emptySince;
  private int asked;

  PollQueue(
      final Function<JobRequest, CompletableFuture<JobBatchRecord>> ask,
      final JobActivator activator,
      final ScheduledExecutorService timer) {
    this.ask = ask;
    this.activator = activator;
    this.timer = timer;
  }

  private record Poll(JobRequest request, long until, CompletableFuture<JobBatchRecord> future) {

    boolean isOver() {
      return System.nanoTime() - until >= 0;
    }
  }

  CompletableFuture<JobBatchRecord> add(final JobRequest request) {
    final long hold = request.requestTimeout() == 0 ? DEFAULT_HOLD : Math.max(0, request.requestTimeout());
    final var future = new CompletableFuture<JobBatchRecord>();
    final var poll =
        new Poll(request, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(hold), future);
    if (hold == 0) {
      askFor(poll, -1);
      return future;
    }
    final var alarm = timer.schedule(() -> end(poll), hold, TimeUnit.MILLISECONDS);
    future.whenComplete(
        (batch, error) -> {
          alarm.cancel(false);
          remove(poll);
        });
    synchronized (this) {
      waiting.add(poll);
    }
    pump();
    return future;
  }

  void jobsAvailable() {
    synchronized (this) {
      calls++;
    }
    pump();
  }

  /** Asks the engine for the polls at the head of the queue, as long as it may have jobs. */
  private void pump() {
    final var next = new ArrayList<Poll>();
    final long call;
    synchronized (this) {
      call = calls;
      final boolean silent =
          emptyAtCall == calls && System.nanoTime() - emptySince < TRUST_SILENCE;
      while (!silent && asked < ASKED_AT_ONCE && !waiting.isEmpty()) {
        next.add(waiting.remove());
        asked++;
      }
    }
    next.forEach(poll -> askFor(poll, call));
  }

  private void askFor(final Poll poll, final long call) {
    CompletableFuture<JobBatchRecord> answer;
    try {
      answer = ask.apply(poll.request());
    } catch (final RuntimeException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    answer.whenComplete((batch, error) -> answered(poll, call, batch, error));
  }

  private void answered(
      final Poll poll, final long call, final JobBatchRecord batch, final Throwable error) {
    final boolean held = call >= 0;
    final boolean empty = error == null && !batch.jobKeys().iterator().hasNext();
    synchronized (this) {
      asked -= held ? 1 : 0;
      if (empty && held) {
        emptyAtCall = call;
        emptySince = System.nanoTime();
        if (!poll.isOver() && !poll.future().isDone()) {
          // it was first before it was asked for, so it is again
          waiting.addFirst(poll);
        }
      }
    }
    if (error != null) {
      poll.future().completeExceptionally(error);
    } else if (!empty && !poll.future().complete(batch)) {
      activator.handBack(batch);
    } else if (empty && (!held || poll.isOver())) {
      poll.future().complete(batch);
    }
    pump();
  }

  private void end(final Poll poll) {
    if (remove(poll)) {
      poll.future().complete(new JobBatchRecord().setType(poll.request().type()));
    }
  }

  private synchronized boolean remove(final Poll poll) {
    for (final Iterator<Poll> all = waiting.iterator(); all.hasNext(); ) {
      if (all.next() == poll) {
        all.remove();
        return true;
      }
    }
    return false;
  }
}
