package io.huiyin.enginehost.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The host in a process of its own, as users start it. */
public final class HostProcess implements AutoCloseable {

  private final Process process;
  private final Path stderr;
  private final String ready;

  private HostProcess(final Process process, final Path stderr) throws IOException {
    this.process = process;
    this.stderr = stderr;
    // kept open: a child whose reader is gone would notice
    final var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.ready = out.readLine();
  }

  /** Starts it and waits for its ready line, or for its end if it does not come up. */
  public static HostProcess start(final Path data, final String... options) throws IOException {
    final var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.huiyin.enginehost.Main",
                "--data",
                data.toString(),
                "--grpc-port",
                "0",
                "--rest-port",
                "0"));
    final var replaced = List.of(options);
    for (final var option : replaced) {
      final int at = command.indexOf(option);
      if (option.startsWith("--") && at >= 0) {
        command.remove(at);
        command.remove(at);
      }
    }
    command.addAll(replaced);
    final var stderr = Files.createTempFile("engine-host", ".log");
    return new HostProcess(
        new ProcessBuilder(command).redirectError(stderr.toFile()).start(), stderr);
  }

  public boolean isReady() {
    return ready != null;
  }

  public String grpcAddress() {
    return field("grpcAddress");
  }

  public String restAddress() {
    return field("restAddress");
  }

  /** Calls the REST API; any status but 2xx is an error. */
  public void put(final String path, final String json) {
    call(path, "PUT", HttpRequest.BodyPublishers.ofString(json));
  }

  /** Calls the REST API; any status but 2xx is an error. */
  public String get(final String path) {
    return call(path, "GET", HttpRequest.BodyPublishers.noBody());
  }

  private String call(final String path, final String method, final BodyPublisher body) {
    try (var http = HttpClient.newHttpClient()) {
      final var request =
          HttpRequest.newBuilder(URI.create(restAddress() + path))
              .header("Content-Type", "application/json")
              .method(method, body)
              .build();
      final var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    } catch (final InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public long startMillis() {
    return Long.parseLong(field("startMillis"));
  }

  private String field(final String name) {
    if (ready == null) {
      throw new IllegalStateException("the host did not start: " + stderr());
    }
    try {
      return new ObjectMapper().readTree(ready).get(name).asText();
    } catch (final IOException e) {
      throw new IllegalStateException("no ready line: " + ready, e);
    }
  }

  public String stderr() {
    try {
      return Files.readString(stderr);
    } catch (final IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a power cut would end it, but for what the system still holds. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Stops it in order. @return its exit code */
  public int stop() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  public int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the host does not end: " + stderr());
    }
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
