package io.huiyin.enginehost.logging;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** One line an event on stderr: our own from INFO on, the libraries' from WARN on. Nobody reads the
 * meters, so neither what they say. */
final class PlainLogger extends LegacyAbstractLogger {

  private static final long serialVersionUID = 1L;
  private static final String OWN = "io.huiyin.";
  private static final String METERS = "io.micrometer.";
  private static final int FRAMES = 8;

  private final int threshold;
  private final transient PrintStream out = System.err;

  PlainLogger(final String name) {
    this.name = name;
    this.threshold = threshold(name).toInt();
  }

  private static Level threshold(final String name) {
    if (name.startsWith(OWN)) {
      return Level.INFO;
    }
    return name.startsWith(METERS) ? Level.ERROR : Level.WARN;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      final Level level,
      final Marker marker,
      final String message,
      final Object[] arguments,
      final Throwable error) {
    final var line = new StringBuilder();
    line.append(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    line.append(' ').append(level).append(' ').append(name.substring(name.lastIndexOf('.') + 1));
    line.append(": ").append(MessageFormatter.basicArrayFormat(message, arguments));
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      line.append(" | ").append(cause);
      final var trace = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
        line.append(" < ").append(trace[i]);
      }
    }
    out.println(line.toString().replaceAll("\\s*\\R\\s*", " / "));
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return threshold <= Level.INFO.toInt();
  }

  @Override
  public boolean isWarnEnabled() {
    return threshold <= Level.WARN.toInt();
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }
}
