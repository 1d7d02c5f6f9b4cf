package io.huiyin.enginehost.zeebe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.huiyin.enginehost.JobActivator;
import io.huiyin.enginehost.JobRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollQueueTest {

  private static final long HELD = 20_000;

  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final List<CompletableFuture<JobBatchRecord>> asked = new ArrayList<>();
  private final List<JobBatchRecord> handedBack = new ArrayList<>();
  private final PollQueue queue = new PollQueue(this::ask, new Activator(), timer);

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void aPollIsHeldAndWokenWhenThereAreJobs() {
    final var poll = queue.add(request(HELD));
    asked.get(0).complete(empty());
    assertFalse(poll.isDone());

    queue.jobsAvailable();
    final var jobs = jobs();
    asked.get(1).complete(jobs);

    assertSame(jobs, poll.join());
  }

  @Test
  void aWordThatComesWhileTheEngineIsAskedIsNotLost() {
    queue.add(request(HELD));
    queue.jobsAvailable();
    asked.get(0).complete(empty());

    assertTrue(asked.size() > 1, "asked again");
  }

  @Test
  void theEngineIsNotAskedForEveryHeldPollOnceItIsEmpty() {
    queue.add(request(HELD));
    asked.get(0).complete(empty());
    queue.add(request(HELD));
    queue.add(request(HELD));

    assertEquals(1, asked.size());
  }

  @Test
  void whoCameFirstIsServedFirst() {
    final var first = queue.add(request(HELD));
    asked.get(0).complete(empty());
    final var second = queue.add(request(HELD));

    queue.jobsAvailable();
    asked.get(1).complete(jobs());

    assertTrue(first.isDone());
    assertFalse(second.isDone());
  }

  @Test
  void aPollThatIsNotToBeHeldIsAnsweredAtOnce() {
    final var poll = queue.add(request(-1));
    asked.get(0).complete(empty());

    assertTrue(poll.isDone());
  }

  @Test
  void aHeldPollEndsEmptyWhenItsTimeIsOver() throws Exception {
    final var poll = queue.add(request(30));
    asked.get(0).complete(empty());

    assertFalse(poll.get(5, TimeUnit.SECONDS).jobKeys().iterator().hasNext());
  }

  @Test
  void jobsForAClientThatIsGoneAreHandedBack() {
    final var poll = queue.add(request(HELD));
    poll.cancel(true);
    final var jobs = jobs();
    asked.get(0).complete(jobs);

    assertEquals(List.of(jobs), handedBack);
  }

  @Test
  void aHeldPollOfAClientThatIsGoneIsDropped() {
    queue.add(request(HELD)).cancel(true);
    asked.get(0).complete(empty());
    queue.jobsAvailable();

    assertEquals(1, asked.size());
  }

  private CompletableFuture<JobBatchRecord> ask(final JobRequest request) {
    final var answer = new CompletableFuture<JobBatchRecord>();
    asked.add(answer);
    return answer;
  }

  private static JobRequest request(final long requestTimeout) {
    return new JobRequest("step", "test", 1_000, 5, List.of(), List.of("<default>"), requestTimeout);
  }

  private static JobBatchRecord empty() {
    return new JobBatchRecord().setType("step");
  }

  private static JobBatchRecord jobs() {
    final var batch = new JobBatchRecord().setType("step");
    batch.jobKeys().add().setValue(1);
    batch.jobs().add();
    return batch;
  }

  private final class Activator implements JobActivator {

    @Override
    public CompletableFuture<JobBatchRecord> activate(final JobRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void handBack(final JobBatchRecord undelivered) {
      handedBack.add(undelivered);
    }
  }
}
