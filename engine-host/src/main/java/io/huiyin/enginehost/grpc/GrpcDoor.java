package io.huiyin.enginehost.grpc;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.huiyin.enginehost.Engine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Serves Zeebe's gRPC gateway. */
public final class GrpcDoor implements AutoCloseable {

  /** What a client may send and receive in one message: 4 MB, and room for what surrounds it. */
  static final int MAX_MESSAGE_BYTES = (4 << 20) + (64 << 10);

  private final Server server;
  private final ExecutorService executor;

  private GrpcDoor(final Server server, final ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /**
   * @param address port 0 chooses a free one
   * @throws IOException when the port is taken
   */
  public static GrpcDoor open(final Engine engine, final InetSocketAddress address)
      throws IOException {
    final var executor = Executors.newFixedThreadPool(2, task -> new Thread(task, "grpc"));
    final var server =
        NettyServerBuilder.forAddress(address)
            .executor(executor)
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .permitKeepAliveTime(5, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .addService(new GatewayService(engine, address.getHostString()))
            .build();
    try {
      server.start();
    } catch (final IOException e) {
      executor.shutdown();
      throw e;
    }
    return new GrpcDoor(server, executor);
  }

  public int port() {
    return server.getPort();
  }

  /** Takes no new calls and gives those under way a moment. */
  @Override
  public void close() throws InterruptedException {
    server.shutdown();
    if (!server.awaitTermination(1, TimeUnit.SECONDS)) {
      server.shutdownNow().awaitTermination(1, TimeUnit.SECONDS);
    }
    executor.shutdown();
  }
}
