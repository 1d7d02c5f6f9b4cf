package io.huiyin.enginehost;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Starts the host and waits until it is told to stop. See README.md for options and exit codes. */
public final class Main {

  private static final int ENGINE_FAILED = 1;
  private static final long HEALTH_LOOK_MS = 250;

  private Main() {}

  public static void main(final String... arguments) throws InterruptedException {
    final long began = System.nanoTime();
    try {
      final var options = Options.parse(arguments);
      final var host = RunningHost.start(options);
      stopInOrder(host);
      if (!options.durable()) {
        System.err.println("--commit none: answers do not wait for the disk; for measuring only");
      }
      System.out.println(ready(options, host, (System.nanoTime() - began) / 1_000_000));
      fail(host.awaitFault(HEALTH_LOOK_MS), ENGINE_FAILED);
    } catch (final IllegalArgumentException e) {
      fail(e.getMessage(), StartFault.BAD_OPTION);
    } catch (final StartFault e) {
      fail(e.getMessage(), e.exitCode());
    }
  }

  private static String ready(final Options options, final RunningHost host, final long millis) {
    final var line = new ObjectMapper().createObjectNode();
    line.put("event", "ready");
    line.put("grpcAddress", options.host() + ":" + host.grpcPort());
    line.put("restAddress", "http://" + options.host() + ":" + host.restPort());
    line.put("dataFolder", options.data().toString());
    line.put("startMillis", millis);
    return line.toString();
  }

  /** A signal ends the program with 0 once all is on disk, not with the signal's own code. */
  private static void stopInOrder(final RunningHost host) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  host.close();
                  Runtime.getRuntime().halt(0);
                },
                "stop"));
  }

  private static void fail(final String sentence, final int exitCode) {
    System.err.println("engine-host: " + sentence);
    Runtime.getRuntime().halt(exitCode);
  }
}
