package io.huiyin.enginehost.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huiyin.enginehost.log.FileLog;
import io.huiyin.enginehost.search.Index;
import io.huiyin.enginehost.state.Snapshots;
import io.huiyin.enginehost.support.Diagrams;
import io.huiyin.enginehost.zeebe.ZeebeEngine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP server under its own conditions: held polls, kept connections, odd uploads. */
class RestServerTest {

  private static final String POLL =
      """
      {"type": "%s", "worker": "test", "timeout": 60000, "maxJobsToActivate": 1, "requestTimeout": %d}""";

  @TempDir Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private FileLog log;
  private ZeebeEngine engine;
  private Index index;
  private RestServer server;

  @BeforeEach
  void start() throws Exception {
    log = FileLog.open(data.resolve("log"), FileLog.SEGMENT_BYTES, -1, true, Runnable::run);
    final var state = data.resolve("state");
    new Snapshots(data.resolve("snapshots")).restore(state, log.first());
    engine = ZeebeEngine.start(log, state);
    index = new Index(engine, Files.createDirectories(data.resolve("index")), Duration.ofDays(30));
    server = new RestServer(engine, index, "127.0.0.1", 0);
  }

  @AfterEach
  void stop() throws Exception {
    http.close();
    server.close();
    index.close();
    engine.close();
    log.close();
  }

  @Test
  void aThousandHeldPollsKeepNobodyElseWaiting() throws Exception {
    final var polls = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    for (int i = 0; i < 1_000; i++) {
      polls.add(http.sendAsync(post("/v2/jobs/activation", POLL.formatted("never", 8_000)), BodyHandlers.ofString()));
    }
    final long began = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      assertEquals(200, http.send(get("/v2/topology"), BodyHandlers.ofString()).statusCode());
    }
    assertTrue(millisSince(began) < 4_000, millisSince(began) + " ms");
    for (final var poll : polls) {
      assertEquals("{\"jobs\":[]}", poll.get().body());
    }
  }

  @Test
  void aHeldPollIsAnsweredAsSoonAsThereIsAJob() throws Exception {
    deploy("three.bpmn", Diagrams.threeJobs("three"));
    final var poll = http.sendAsync(post("/v2/jobs/activation", POLL.formatted("step-1", 30_000)), BodyHandlers.ofString());
    Thread.sleep(300);
    final long began = System.nanoTime();
    final var key = json(post("/v2/process-instances", "{\"processDefinitionId\": \"three\"}")).get("processInstanceKey");
    final var job = new ObjectMapper().readTree(poll.get().body()).at("/jobs/0");
    assertEquals(key, job.get("processInstanceKey"));
    assertTrue(millisSince(began) < 2_000, millisSince(began) + " ms");
  }

  @Test
  void requestsOnAKeptConnectionDoNotWaitForAcknowledgements() throws Exception {
    http.send(get("/v2/license"), BodyHandlers.ofString());
    final long began = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      http.send(get("/v2/license"), BodyHandlers.ofString());
    }
    // delayed acknowledgements would cost 40 ms each
    assertTrue(millisSince(began) < 3_000, millisSince(began) + " ms");
  }

  @Test
  void takesFileNamesInChineseWithQuotesAndEmptyLines() throws Exception {
    final var deployed = deploy("诉求 \"一\".bpmn", Diagrams.threeJobs("three") + "\r\n\r\n");
    assertEquals("诉求 \"一\".bpmn", deployed.at("/deployments/0/processDefinition/resourceName").asText());
    final var key = deployed.at("/deployments/0/processDefinition/processDefinitionKey").asText();
    final var xml = http.send(get("/v2/process-definitions/" + key + "/xml"), BodyHandlers.ofString());
    assertEquals(Diagrams.threeJobs("three") + "\r\n\r\n", xml.body());
  }

  @Test
  void aWebPageCannotSteerTheEngine() throws Exception {
    final var request = HttpRequest.newBuilder(uri("/v2/clock/reset")).header("Origin", "http://elsewhere.example")
        .POST(BodyPublishers.noBody()).build();
    assertEquals(403, http.send(request, BodyHandlers.ofString()).statusCode());
  }

  private JsonNode deploy(final String name, final String content) throws Exception {
    final var body = "--mark\r\nContent-Disposition: form-data; name=\"resources\"; filename=\"%s\"\r\n\r\n%s\r\n--mark--\r\n"
        .formatted(name.replace("\"", "%22"), content);
    return json(HttpRequest.newBuilder(uri("/v2/deployments"))
        .header("Content-Type", "multipart/form-data; boundary=mark").POST(BodyPublishers.ofString(body)).build());
  }

  private JsonNode json(final HttpRequest request) throws Exception {
    final var answer = http.send(request, BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer::body);
    return new ObjectMapper().readTree(answer.body());
  }

  private HttpRequest get(final String path) {
    return HttpRequest.newBuilder(uri(path)).build();
  }

  private HttpRequest post(final String path, final String body) {
    return HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)).build();
  }

  private URI uri(final String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static long millisSince(final long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }
}
