package io.huiyin.enginehost;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks at the ports before the data, for the commonest mistake is to start a second host. */
final class Ports {

  static final String GRPC = "--grpc-port";
  static final String REST = "--rest-port";

  private Ports() {}

  static void check(final Options options) throws StartFault {
    check(GRPC, options.host(), options.grpcPort());
    check(REST, options.host(), options.restPort());
    if (options.grpcPort() == options.restPort() && options.grpcPort() > 0) {
      throw new StartFault(
          StartFault.BAD_OPTION,
          "%s and %s are both %d: choose two".formatted(GRPC, REST, options.grpcPort()));
    }
  }

  static StartFault taken(final String option, final String host, final int port) {
    return new StartFault(
        StartFault.PORT_TAKEN,
        "port %d on %s (%s) is taken: stop the program that uses it, or choose another port; 0 takes a free one"
            .formatted(port, host, option));
  }

  private static void check(final String option, final String host, final int port)
      throws StartFault {
    final var address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw notHere(host);
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (final BindException e) {
      throw String.valueOf(e.getMessage()).contains("assign")
          ? notHere(host)
          : taken(option, host, port);
    } catch (final IOException e) {
      throw new StartFault(
          StartFault.PORT_TAKEN,
          "port %d (%s) cannot be used: %s".formatted(port, option, e.getMessage()));
    }
  }

  private static StartFault notHere(final String host) {
    return new StartFault(
        StartFault.BAD_OPTION,
        "--host is '%s': it may be a name or address of this machine".formatted(host));
  }
}
