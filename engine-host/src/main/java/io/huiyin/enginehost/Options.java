package io.huiyin.enginehost;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line says.
 *
 * @param grpcPort 0 = a free one; so is restPort
 * @param durable false: answers do not wait for the disk; for measuring only
 * @param snapshotEvery records between two snapshots
 * @param history how long finished instances stay searchable
 */
public record Options(
    Path data,
    String host,
    int grpcPort,
    int restPort,
    boolean durable,
    int snapshotEvery,
    Duration history) {

  static final String USAGE =
      "--data <folder> [--host 127.0.0.1] [--grpc-port 26500] [--rest-port 8080]"
          + " [--commit group|none] [--snapshot-every 20000] [--history-days 30]";

  private static final int MAX_PORT = 65_535;
  private static final int MAX_DAYS = 36_500;

  /**
   * @throws IllegalArgumentException naming the option, what was found and what is allowed; all
   *     faults at once
   */
  public static Options parse(final String... arguments) {
    final var reader = new Reader(arguments);
    final var data = reader.text("--data", null, ".+", "a folder");
    final var host = reader.text("--host", "127.0.0.1", "\\S+", "a name or address of this machine");
    final int grpcPort = reader.number("--grpc-port", 26_500, 0, MAX_PORT);
    final int restPort = reader.number("--rest-port", 8_080, 0, MAX_PORT);
    final var commit = reader.text("--commit", "group", "group|none", "group or none");
    final int every = reader.number("--snapshot-every", 20_000, 100, Integer.MAX_VALUE);
    final int days = reader.number("--history-days", 30, 0, MAX_DAYS);
    reader.finish();
    return new Options(
        Path.of(data).toAbsolutePath().normalize(),
        host,
        grpcPort,
        restPort,
        commit.equals("group"),
        every,
        Duration.ofDays(days));
  }

  private static final class Reader {

    private final List<String> left;
    private final List<String> faults = new ArrayList<>();

    Reader(final String... arguments) {
      left = new ArrayList<>(List.of(arguments));
    }

    String text(final String name, final String standard, final String pattern, final String allowed) {
      final int at = left.indexOf(name);
      if (at < 0) {
        if (standard == null) {
          faults.add("%s is missing: it needs %s".formatted(name, allowed));
        }
        return standard;
      }
      left.remove(at);
      final var found = at < left.size() ? left.remove(at) : "";
      if (!found.matches(pattern)) {
        faults.add("%s is '%s': it may be %s".formatted(name, found, allowed));
        return standard;
      }
      return found;
    }

    int number(final String name, final int standard, final int least, final int most) {
      final var allowed = "a whole number from %d to %d".formatted(least, most);
      final var found = text(name, String.valueOf(standard), "\\d{1,10}", allowed);
      final long number = Long.parseLong(found);
      if (number < least || number > most) {
        faults.add("%s is '%s': it may be %s".formatted(name, found, allowed));
        return standard;
      }
      return (int) number;
    }

    void finish() {
      left.forEach(word -> faults.add("'%s' is no option; these are: %s".formatted(word, USAGE)));
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", faults));
      }
    }
  }
}
