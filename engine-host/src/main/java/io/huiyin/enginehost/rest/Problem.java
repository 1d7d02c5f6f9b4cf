package io.huiyin.enginehost.rest;

/** A request that cannot be granted, told as RFC 9457 (application/problem+json). */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String title;

  public Problem(final int status, final String title, final String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
  }

  static Problem badRequest(final String detail) {
    return new Problem(400, "INVALID_ARGUMENT", detail);
  }

  static Problem notFound(final String detail) {
    return new Problem(404, "NOT_FOUND", detail);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }
}
