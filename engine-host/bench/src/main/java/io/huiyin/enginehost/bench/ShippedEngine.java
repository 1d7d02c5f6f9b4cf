package io.huiyin.enginehost.bench;

import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.io.IOException;
import java.net.ServerSocket;

/** Starts the vendor's test engine as it is shipped: {@code [--grpc-port 0]}. */
public final class ShippedEngine {

  private ShippedEngine() {}

  public static void main(final String... arguments) throws IOException, InterruptedException {
    final long began = System.nanoTime();
    final int wanted = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 0;
    final int port = wanted > 0 ? wanted : freePort();
    EngineFactory.create(port).start();
    System.out.printf(
        "{\"event\":\"ready\",\"grpcAddress\":\"127.0.0.1:%d\",\"restAddress\":null,\"dataFolder\":null,\"startMillis\":%d}%n",
        port, (System.nanoTime() - began) / 1_000_000);
    Thread.currentThread().join();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
