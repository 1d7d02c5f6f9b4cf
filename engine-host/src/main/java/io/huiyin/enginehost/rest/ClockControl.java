package io.huiyin.enginehost.rest;

import io.camunda.zeebe.protocol.impl.record.value.clock.ClockRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ClockIntent;
import java.io.IOException;

/** Lets the engine's clock stand still at a moment, and run again. */
final class ClockControl {

  private final Commands commands;

  ClockControl(final Commands commands) {
    this.commands = commands;
  }

  void addTo(final Routes routes) {
    routes.add("PUT", "/v2/clock", this::pin);
    routes.add("POST", "/v2/clock/reset", this::reset);
  }

  private Reply pin(final Request request) throws IOException {
    final long moment = request.body().only("timestamp").requiredNumber("timestamp", 0, Long.MAX_VALUE);
    commands.send(ValueType.CLOCK, ClockIntent.PIN, new ClockRecord().pinAt(moment));
    return Reply.NO_CONTENT;
  }

  private Reply reset(final Request request) {
    commands.send(ValueType.CLOCK, ClockIntent.RESET, new ClockRecord());
    return Reply.NO_CONTENT;
  }
}
