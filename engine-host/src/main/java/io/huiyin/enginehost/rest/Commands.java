package io.huiyin.enginehost.rest;

import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.huiyin.enginehost.Answer;
import io.huiyin.enginehost.Closed;
import io.huiyin.enginehost.Engine;
import io.huiyin.enginehost.NotAnswered;
import io.huiyin.enginehost.Overloaded;
import io.huiyin.enginehost.Rejected;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Sends commands and waits for their answer; what the engine refuses becomes a {@link Problem}. */
final class Commands {

  private static final long NO_KEY = -1;

  private final Engine engine;

  Commands(final Engine engine) {
    this.engine = engine;
  }

  Answer send(final ValueType type, final Intent intent, final UnifiedRecordValue value) {
    return send(type, intent, NO_KEY, value);
  }

  Answer send(final ValueType type, final Intent intent, final long key, final UnifiedRecordValue value) {
    return await(engine.send(type, intent, key, value));
  }

  Answer send(final ValueType type, final Intent intent, final UnifiedRecordValue value, final Duration timeout) {
    return await(engine.send(type, intent, NO_KEY, value, timeout));
  }

  static <T> T await(final CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (final ExecutionException e) {
      throw problem(e.getCause());
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(503, "UNAVAILABLE", "the host is stopping");
    }
  }

  private static RuntimeException problem(final Throwable trouble) {
    return switch (trouble) {
      case final Rejected rejected -> new Problem(status(rejected), rejected.type().name(), rejected.getMessage());
      case final Overloaded overloaded -> new Problem(503, "RESOURCE_EXHAUSTED", overloaded.getMessage());
      case final NotAnswered notAnswered -> new Problem(504, "DEADLINE_EXCEEDED", notAnswered.getMessage());
      case final Closed closed -> new Problem(503, "UNAVAILABLE", closed.getMessage());
      case final RuntimeException other -> other;
      default -> new IllegalStateException(trouble);
    };
  }

  private static int status(final Rejected rejected) {
    return switch (rejected.type()) {
      case INVALID_ARGUMENT -> 400;
      case UNAUTHORIZED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case INVALID_STATE, ALREADY_EXISTS -> 409;
      default -> 500;
    };
  }
}
