package io.huiyin.enginehost.rest;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.huiyin.enginehost.Engine;
import io.huiyin.enginehost.search.BadQuery;
import io.huiyin.enginehost.search.Index;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves Camunda's REST calls, as far as they are kept here, and the host's own. */
public final class RestServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);

  static {
    // Without it every answer on a kept connection waits for the client's delayed acknowledgement, some 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Routes routes = new Routes();

  /** Begins to serve. @param port 0 = any that is free */
  public RestServer(final Engine engine, final Index index, final String host, final int port) throws IOException {
    final var commands = new Commands(engine);
    final var reads = new Reads(engine, index);
    new UserTasks(commands, reads).addTo(routes);
    new ProcessInstances(commands, reads).addTo(routes);
    new InstanceCreation(commands).addTo(routes);
    new InstanceChanges(commands).addTo(routes);
    new ElementInstances(commands, reads).addTo(routes);
    new Incidents(commands, reads).addTo(routes);
    new Jobs(engine, commands, reads).addTo(routes);
    new ProcessDefinitions(reads).addTo(routes);
    new DecisionDefinitions(commands, reads).addTo(routes);
    new Deployments(commands).addTo(routes);
    new Messages(commands).addTo(routes);
    new ClockControl(commands).addTo(routes);
    new Host(engine, index, reads).addTo(routes);
    new Metrics(engine, index).addTo(routes);
    server = HttpServer.create(new InetSocketAddress(host, port), 0);
    new Cluster(engine).addTo(routes, host, port());
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(final HttpExchange exchange) throws IOException {
    final var reply = answer(exchange);
    try (exchange) {
      if (reply.contentType() != null) {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      }
      exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      if (reply.body().length > 0) {
        exchange.getResponseBody().write(reply.body());
      }
    } catch (final IOException e) {
      reply.whenUndelivered().run();
    }
  }

  /** Who can open a web page on this machine must not thereby let it steer the engine: there is no login here. */
  private static void refuseOtherPages(final Headers headers) {
    final var origin = headers.getFirst("Origin");
    if (origin != null && !origin.replaceFirst("^https?://", "").equals(headers.getFirst("Host"))) {
      throw new Problem(403, "FORBIDDEN", "requests of web pages are not taken, and this one is of " + origin);
    }
  }

  private Reply answer(final HttpExchange exchange) {
    final var path = exchange.getRequestURI().getPath();
    try {
      refuseOtherPages(exchange.getRequestHeaders());
      final var match = routes.find(exchange.getRequestMethod(), path);
      return match.handler().handle(new Request(exchange, match.path()));
    } catch (final Routes.WrongMethod e) {
      exchange.getResponseHeaders().set("Allow", e.getMessage());
      return Reply.problem(new Problem(405, "METHOD_NOT_ALLOWED", "allowed are " + e.getMessage()), path);
    } catch (final Problem e) {
      return Reply.problem(e, path);
    } catch (final BadQuery e) {
      return Reply.problem(Problem.badRequest(e.getMessage()), path);
    } catch (final Exception e) {
      final var reference = UUID.randomUUID();
      LOG.error("{} {} failed [{}]", exchange.getRequestMethod(), path, reference, e);
      return Reply.problem(new Problem(500, "INTERNAL_ERROR", "unexpected fault, see the log at " + reference), path);
    }
  }
}
