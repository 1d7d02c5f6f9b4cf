package io.huiyin.enginehost.support;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that create instances of three jobs and workers that do them, until they are stopped. */
public final class Traffic implements AutoCloseable {

  private static final long POLL_MS = 500;

  private final Client client;
  private final Ledger ledger;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong lastJob = new AtomicLong(System.nanoTime());
  private volatile boolean creating = true;
  private volatile boolean stopped;

  public Traffic(final String address, final Ledger ledger, final int creators) {
    this.client = new Client(address);
    this.ledger = ledger;
    for (int i = 0; i < creators; i++) {
      threads.add(Thread.ofVirtual().start(this::create));
    }
    for (int step = 1; step <= 3; step++) {
      final var type = "step-" + step;
      threads.add(Thread.ofVirtual().start(() -> work(type)));
      threads.add(Thread.ofVirtual().start(() -> work(type)));
    }
  }

  private void create() {
    while (creating) {
      try {
        ledger.created(client.create("three", "{\"n\":1}"));
      } catch (final StatusRuntimeException e) {
        pause();
      }
    }
  }

  private void work(final String type) {
    while (!stopped) {
      try {
        for (final var job : client.activate(type, 10, POLL_MS)) {
          ledger.seen(job);
          lastJob.set(System.nanoTime());
          complete(job);
        }
      } catch (final StatusRuntimeException e) {
        pause();
      }
    }
  }

  private void complete(final ActivatedJob job) {
    try {
      client.complete(job.getKey());
      ledger.completed(job);
    } catch (final StatusRuntimeException e) {
      if (e.getStatus().getCode() == Code.NOT_FOUND) {
        ledger.unknown(job);
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the ledger knows so many instances. */
  public void awaitCreated(final int count) throws InterruptedException {
    while (ledger.createdCount() < count) {
      Thread.sleep(5);
    }
  }

  /** Creates no more and waits until no job has come for so long. */
  public void drain(final long quietMillis) throws InterruptedException {
    creating = false;
    lastJob.set(System.nanoTime());
    while (System.nanoTime() - lastJob.get() < quietMillis * 1_000_000) {
      Thread.sleep(50);
    }
  }

  @Override
  public void close() throws InterruptedException {
    creating = false;
    stopped = true;
    client.close();
    for (final var thread : threads) {
      thread.join();
    }
  }
}
