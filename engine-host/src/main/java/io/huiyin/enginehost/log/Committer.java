package io.huiyin.enginehost.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what was appended to disk, all that waits in one sync, then runs what waited for it. */
final class Committer implements Runnable {

  /** Syncs the log and says up to which position it is on disk now. */
  interface Sync {
    long run();
  }

  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
  private static final long IDLE_NANOS = Duration.ofMillis(50).toNanos();

  private final Sync sync;
  private final Runnable onIdle;
  private final Executor executor;
  private final Thread thread = new Thread(this, "log-commit");
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private volatile long appended;
  private volatile long committed;
  private volatile boolean stopping;
  private volatile boolean failed;

  private record Waiting(long position, Runnable task) {}

  Committer(final long position, final Sync sync, final Runnable onIdle, final Executor executor) {
    this.appended = position;
    this.committed = position;
    this.sync = sync;
    this.onIdle = onIdle;
    this.executor = executor;
    thread.start();
  }

  void appended(final long position) {
    appended = position;
    LockSupport.unpark(thread);
  }

  long committed() {
    return committed;
  }

  boolean hasFailed() {
    return failed;
  }

  /** Runs the task once the position is on disk; positions never go down from call to call. */
  void whenCommitted(final long position, final Runnable task) {
    lock.lock();
    try {
      if (position > committed) {
        queue.add(new Waiting(position, task));
        return;
      }
    } finally {
      lock.unlock();
    }
    executor.execute(task);
  }

  /** False when the time is over or the log can no longer be written. */
  boolean await(final long position, final Duration wait) throws InterruptedException {
    lock.lock();
    try {
      for (long nanos = wait.toNanos(); position > committed; ) {
        if (nanos <= 0 || failed) {
          return false;
        }
        nanos = moved.awaitNanos(nanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void run() {
    boolean noted = true;
    try {
      while (!stopping || committed < appended) {
        if (committed < appended) {
          advance(sync.run());
          noted = false;
        } else if (noted) {
          LockSupport.park(this);
        } else {
          LockSupport.parkNanos(this, IDLE_NANOS);
          if (committed == appended) {
            onIdle.run();
            noted = true;
          }
        }
      }
    } catch (final RuntimeException | Error e) {
      fail("the log could not be written to disk", e);
    }
  }

  /** Nothing more is acknowledged; whoever waits is let go. */
  void fail(final String what, final Throwable cause) {
    LOG.error("{}; nothing more is acknowledged", what, cause);
    lock.lock();
    try {
      failed = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void advance(final long position) {
    final List<Runnable> due = new ArrayList<>();
    lock.lock();
    try {
      committed = position;
      while (!queue.isEmpty() && queue.peek().position() <= position) {
        due.add(queue.remove().task());
      }
      moved.signalAll();
    } finally {
      lock.unlock();
    }
    if (!due.isEmpty()) {
      executor.execute(() -> due.forEach(Runnable::run));
    }
  }

  /** Brings the rest to disk and ends. */
  void stop() throws InterruptedException {
    stopping = true;
    LockSupport.unpark(thread);
    thread.join();
  }
}
