package io.huiyin.enginehost.zeebe;

import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer;
import io.camunda.zeebe.protocol.impl.stream.job.ActivatedJob;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.huiyin.enginehost.JobListener;
import io.huiyin.enginehost.log.FileLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.agrona.DirectBuffer;

/** Pushes new jobs to the clients that hold a stream open, in turn; wakes polls for the others. */
final class JobStreams implements JobStreamer {

  private final FileLog log;
  private final LongPolls polls;
  private final Map<String, List<JobListener>> listeners = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();

  JobStreams(final FileLog log, final LongPolls polls) {
    this.log = log;
    this.polls = polls;
  }

  Runnable open(final String type, final JobListener listener) {
    final var ofType = listeners.computeIfAbsent(type, any -> new CopyOnWriteArrayList<>());
    ofType.add(listener);
    return () -> ofType.remove(listener);
  }

  @Override
  public void notifyWorkAvailable(final String type) {
    polls.jobsAvailable(type);
  }

  @Override
  public Optional<JobStreamer.JobStream> streamFor(
      final DirectBuffer type, final Predicate<JobActivationProperties> filter) {
    if (listeners.isEmpty()) {
      return Optional.empty();
    }
    final var ready =
        listeners.getOrDefault(BufferUtil.bufferAsString(type), List.of()).stream()
            .filter(listener -> listener.isReady() && filter.test(listener.properties()))
            .toList();
    if (ready.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Push(ready.get(Math.floorMod(turn.getAndIncrement(), ready.size()))));
  }

  private final class Push implements JobStreamer.JobStream {

    private final JobListener listener;

    Push(final JobListener listener) {
      this.listener = listener;
    }

    @Override
    public JobActivationProperties properties() {
      return listener.properties();
    }

    @Override
    public void push(final ActivatedJob job) {
      log.whenCommitted(
          log.written(),
          () -> {
            if (!listener.push(job.jobKey(), job.jobRecord())) {
              polls.handBack(job.jobKey(), job.jobRecord());
            }
          });
    }
  }
}
