package io.huiyin.enginehost;

/** Too many commands wait for their answer, or one is larger than the engine takes: try later or send less. */
public final class Overloaded extends RuntimeException {

  public Overloaded(final String message) {
    super(message, null, false, false);
  }
}
