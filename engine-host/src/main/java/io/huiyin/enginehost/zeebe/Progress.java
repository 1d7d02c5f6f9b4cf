package io.huiyin.enginehost.zeebe;

import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.stream.api.ReadonlyStreamProcessorContext;
import io.camunda.zeebe.stream.api.StreamProcessorLifecycleAware;
import io.camunda.zeebe.stream.api.records.TypedRecord;
import io.camunda.zeebe.stream.impl.StreamProcessorListener;
import io.camunda.zeebe.util.health.FailureListener;
import io.camunda.zeebe.util.health.HealthReport;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the stream processor says of itself. */
final class Progress
    implements StreamProcessorListener, StreamProcessorLifecycleAware, FailureListener {

  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

  private final CompletableFuture<Void> recovered = new CompletableFuture<>();
  private final Runnable beforeProcessing;
  private volatile long processed = -1;
  private volatile boolean failed;

  /** @param beforeProcessing runs on the engine's thread once the log is replayed */
  Progress(final Runnable beforeProcessing) {
    this.beforeProcessing = beforeProcessing;
  }

  /** Completes when the log is replayed. */
  CompletableFuture<Void> recovered() {
    return recovered;
  }

  long processed() {
    return processed;
  }

  /** What was processed before the start counts too. */
  void startAt(final long position) {
    processed = Math.max(processed, position);
  }

  boolean hasFailed() {
    return failed;
  }

  @Override
  public void onRecovered(final ReadonlyStreamProcessorContext context) {
    beforeProcessing.run();
    recovered.complete(null);
  }

  @Override
  public void onProcessed(final TypedRecord<?> command) {
    processed = command.getPosition();
  }

  @Override
  public void onSkipped(final LoggedEvent event) {
    processed = event.getPosition();
  }

  @Override
  public void onFailure(final HealthReport report) {
    LOG.error("the engine is in trouble: {}", report);
  }

  @Override
  public void onRecovered(final HealthReport report) {
    LOG.info("the engine is well again");
  }

  @Override
  public void onUnrecoverableFailure(final HealthReport report) {
    failed = true;
    LOG.error("the engine has failed: {}", report);
    recovered.completeExceptionally(new IllegalStateException(report.toString()));
  }
}
