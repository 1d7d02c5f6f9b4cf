package io.huiyin.enginehost.search;

/** The search asks for something that there is not; the message names the field and what is allowed. */
public final class BadQuery extends RuntimeException {

  private static final long serialVersionUID = 1;

  public BadQuery(final String message) {
    super(message, null, false, false);
  }
}
