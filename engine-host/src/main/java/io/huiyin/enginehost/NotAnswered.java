package io.huiyin.enginehost;

/** No answer came in time. The command may still be carried out. */
public final class NotAnswered extends RuntimeException {

  public NotAnswered(final String message) {
    super(message, null, false, false);
  }
}
