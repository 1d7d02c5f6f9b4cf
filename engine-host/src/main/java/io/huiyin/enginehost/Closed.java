package io.huiyin.enginehost;

/** The host is stopping or has failed and takes no more commands. */
public final class Closed extends RuntimeException {

  public Closed(final String message) {
    super(message, null, false, false);
  }
}
