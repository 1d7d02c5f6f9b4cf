package io.huiyin.enginehost.zeebe;

import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.LogStreamWriter.WriteFailure;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.stream.api.StreamClock;
import io.camunda.zeebe.stream.api.StreamClock.ControllableStreamClock;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import io.huiyin.enginehost.Answer;
import io.huiyin.enginehost.Closed;
import io.huiyin.enginehost.Engine;
import io.huiyin.enginehost.JobActivator;
import io.huiyin.enginehost.JobListener;
import io.huiyin.enginehost.LogFeed;
import io.huiyin.enginehost.Overloaded;
import io.huiyin.enginehost.log.FileLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Zeebe's stream processor on our log and state. */
public final class ZeebeEngine implements Engine, AutoCloseable {

  /** A batch of records: a payload of 4 MB stands in it several times over. */
  static final int MAX_BATCH_BYTES = 16 << 20;

  private static final long UNKNOWN = -1;

  private final FileLog log;
  private final ZeebeDb<ZbColumnFamilies> state;
  private final ActorScheduler scheduler;
  private final ScheduledThreadPoolExecutor timer;
  private final LogStream stream;
  private final LogStreamWriter writer;
  private final Pending pending;
  private final LongPolls polls;
  private final JobStreams streams;
  private final Progress progress;
  private final ControllableStreamClock clock;
  private final StreamProcessor processor;
  private volatile long indexed = UNKNOWN;

  private ZeebeEngine(final FileLog log, final Path stateFolder) {
    this.log = log;
    timer = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "timeouts"));
    timer.setRemoveOnCancelPolicy(true);
    pending = new Pending(timer);
    polls = new LongPolls(this, timer);
    streams = new JobStreams(log, polls);
    scheduler = Parts.scheduler();
    scheduler.start();
    clock = StreamClock.controllable(InstantSource.system());
    stream = Parts.logStream(log, clock, MAX_BATCH_BYTES);
    writer = stream.newLogStreamWriter();
    state = Parts.state(stateFolder);
    progress = new Progress(() -> Parts.setClock(clock, state));
    processor =
        Parts.processor(
            stream, state, scheduler, new Answers(log, pending), writer, streams, clock, progress);
  }

  /**
   * Starts the engine and replays the log behind the state; returns when it takes commands.
   *
   * @throws IllegalStateException when state and log do not fit
   */
  public static ZeebeEngine start(final FileLog log, final Path stateFolder)
      throws InterruptedException {
    final var engine = new ZeebeEngine(log, stateFolder);
    try {
      engine.processor.addFailureListener(engine.progress);
      engine.processor.openAsync(false).join();
      engine.progress.recovered().get();
      engine.progress.startAt(engine.processed());
      return engine;
    } catch (final ExecutionException e) {
      throw new IllegalStateException("the engine cannot start", e.getCause());
    }
  }

  @Override
  public CompletableFuture<Answer> send(
      final ValueType valueType,
      final Intent intent,
      final long key,
      final UnifiedRecordValue value,
      final Duration timeout) {
    final var metadata =
        new RecordMetadata()
            .recordType(RecordType.COMMAND)
            .valueType(valueType)
            .intent(intent);
    final Pending.Command command;
    try {
      command = pending.add(intent, timeout);
    } catch (final Overloaded e) {
      return CompletableFuture.failedFuture(e);
    }
    if (command.future().isDone()) {
      return command.future();
    }
    if (valueType == ValueType.CLOCK) {
      final long before = clock.millis();
      command.future().thenRun(() -> lookAgainWhenBefore(before));
    }
    metadata.requestStreamId(command.run()).requestId(command.id());
    final var entry =
        key < 0 ? LogAppendEntry.of(metadata, value) : LogAppendEntry.of(key, metadata, value);
    try {
      write(intent, entry);
    } catch (final RuntimeException e) {
      command.future().completeExceptionally(e);
    }
    return command.future();
  }

  /**
   * Zeebe looks for jobs whose time is over, and for much else, at moments of its own clock: one
   * that was set back would come to the next such moment very late. A pause lets it choose anew.
   */
  private void lookAgainWhenBefore(final long moment) {
    if (clock.millis() < moment) {
      processor
          .pauseProcessing()
          .onComplete((paused, error) -> processor.resumeProcessing(), timer);
    }
  }

  private void write(final Intent intent, final LogAppendEntry entry) {
    if (!writer.canWriteEvents(1, entry.getLength())) {
      throw new Overloaded(
          "a command of %d bytes is too large; at most %d are taken"
              .formatted(entry.getLength(), MAX_BATCH_BYTES));
    }
    if (!isHealthy()) {
      throw new Closed("the engine has failed");
    }
    final var written = writer.tryWrite(WriteContext.userCommand(intent), entry);
    if (written.isLeft()) {
      throw refusal(written.getLeft());
    }
  }

  private static RuntimeException refusal(final WriteFailure failure) {
    return switch (failure) {
      case CLOSED -> new Closed("the host is stopping");
      case INVALID_ARGUMENT -> new IllegalArgumentException("the log takes no such record");
      default -> new Overloaded("the log takes no more for the moment; try again later");
    };
  }

  @Override
  public JobActivator jobs() {
    return polls;
  }

  @Override
  public Runnable openJobStream(final String type, final JobListener listener) {
    return streams.open(type, listener);
  }

  @Override
  public synchronized LogFeed read(final long position) {
    return new CommittedFeed(log, stream.newLogStreamReader(), position);
  }

  @Override
  public void indexedUpTo(final long position) {
    indexed = position;
  }

  @Override
  public Positions positions() {
    return new Positions(log.written(), log.committed(), progress.processed(), indexed);
  }

  /** The last position whose effect is surely in the state. */
  public long processed() {
    return processor.getLastProcessedPositionAsync().join();
  }

  /** The state, to take a checkpoint of. */
  public ZeebeDb<ZbColumnFamilies> state() {
    return state;
  }

  @Override
  public boolean isHealthy() {
    return !progress.hasFailed() && !log.hasFailed() && !processor.isFailed();
  }

  /** Takes no more commands, ends processing and closes the state. The log stays open. */
  @Override
  public void close() throws Exception {
    pending.close("the host is stopping");
    processor.closeAsync().join();
    stream.close();
    state.close();
    scheduler.stop().get();
    timer.shutdownNow();
  }
}
