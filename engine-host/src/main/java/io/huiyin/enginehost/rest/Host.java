package io.huiyin.enginehost.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huiyin.enginehost.Engine;
import io.huiyin.enginehost.search.Index;
import io.huiyin.enginehost.search.Outlook;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** What local tools ask of this host; no part of Camunda. */
final class Host {

  private static final long LONGEST_WAIT_MS = 600_000;

  /** The index moves with every record, but work can also come with time alone: look again after this long. */
  private static final Duration GLANCE = Duration.ofMillis(50);

  private final Engine engine;
  private final Index index;
  private final Outlook outlook;
  private final Reads reads;

  Host(final Engine engine, final Index index, final Reads reads) {
    this.engine = engine;
    this.index = index;
    this.reads = reads;
    outlook = new Outlook(index);
  }

  void addTo(final Routes routes) {
    routes.add("GET", "/health", request -> health());
    routes.add("GET", "/host/clock", request -> clock());
    routes.add("GET", "/host/next-timer", request -> nextTimer());
    routes.add("POST", "/host/idle", this::idle);
  }

  private Reply health() {
    final var at = engine.positions();
    final boolean indexed = index.fault() == null;
    final boolean healthy = engine.isHealthy() && indexed;
    final var body = Body.MAPPER.createObjectNode().put("status", healthy ? "UP" : "DOWN");
    body.putObject("log").put("status", engine.isHealthy() ? "UP" : "DOWN")
        .put("written", at.written()).put("committed", at.committed());
    body.putObject("processor").put("status", engine.isHealthy() ? "UP" : "DOWN").put("processed", at.processed());
    final var part = body.putObject("index").put("status", indexed ? "UP" : "DOWN")
        .put("position", index.position()).put("lag", Math.max(0, at.committed() - index.position()));
    if (!indexed) {
      part.put("fault", index.fault());
    }
    body.putObject("state").put("status", engine.isHealthy() ? "UP" : "DOWN").put("keptFrom", at.indexed());
    return Reply.json(healthy ? 200 : 503, body);
  }

  private Reply clock() {
    reads.catchUp();
    final var clock = outlook.clock();
    return Reply.json(Body.MAPPER.createObjectNode().put("now", clock.now().toString()).put("pinned", clock.pinned()));
  }

  private Reply nextTimer() {
    reads.catchUp();
    final var timer = outlook.nextTimer();
    if (timer == null) {
      return Reply.json(Body.MAPPER.createObjectNode().putNull("dueDate"));
    }
    final var body = Body.MAPPER.createObjectNode()
        .put("dueDate", timer.dueDate().toString()).put("elementId", timer.elementId());
    if (timer.processInstanceKey() != null) {
      body.put("processInstanceKey", timer.processInstanceKey().toString());
    }
    return Reply.json(body);
  }

  private Reply idle(final Request request) throws IOException {
    final var body = request.body().only("timeoutMs", "ignoreTypes");
    final long timeout = body.number("timeoutMs", 5_000, 0, LONGEST_WAIT_MS);
    final var ignored = Set.copyOf(body.texts("ignoreTypes"));
    final long end = System.nanoTime() + Duration.ofMillis(timeout).toNanos();
    while (true) {
      final long seen = index.position();
      final var work = outlook.work(ignored);
      if (work.jobs().isEmpty() && work.dueTimers() == 0 && isDone(seen, work)) {
        return Reply.json(Body.MAPPER.createObjectNode().put("idle", true));
      }
      final long left = end - System.nanoTime();
      if (left <= 0) {
        return Reply.json(busy(work));
      }
      index.awaitPosition(seen + 1, Duration.ofNanos(Math.min(left, GLANCE.toNanos())));
    }
  }

  /** Everything written is on disk, processed, and was seen by the look at the open work. */
  private boolean isDone(final long seen, final Outlook.Work work) {
    final var at = engine.positions();
    return seen >= at.committed() && at.committed() >= at.written() && at.processed() >= work.lastCommand();
  }

  private static ObjectNode busy(final Outlook.Work work) {
    final var body = Body.MAPPER.createObjectNode().put("idle", false);
    final var jobs = body.putArray("jobs");
    for (final var group : work.jobs()) {
      jobs.addObject().put("type", group.type()).put("count", group.count()).put("state", group.state());
    }
    return body.put("dueTimers", work.dueTimers());
  }
}
