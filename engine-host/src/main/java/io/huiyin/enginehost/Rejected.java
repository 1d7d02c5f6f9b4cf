package io.huiyin.enginehost;

import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.intent.Intent;

/** The engine refused a command, with the engine's own words. */
public final class Rejected extends RuntimeException {

  private final RejectionType type;
  private final Intent intent;
  private final String reason;

  public Rejected(final RejectionType type, final Intent intent, final String reason) {
    super("Command '%s' rejected with code '%s': %s".formatted(intent, type, reason), null, false, false);
    this.type = type;
    this.intent = intent;
    this.reason = reason;
  }

  public RejectionType type() {
    return type;
  }

  /** The command's intent. */
  public Intent intent() {
    return intent;
  }

  public String reason() {
    return reason;
  }
}
