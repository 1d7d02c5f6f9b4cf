package io.huiyin.enginehost.rest;

import io.camunda.zeebe.util.VersionUtil;
import io.huiyin.enginehost.Engine;

/** The host as a cluster of one. */
final class Cluster {

  private static final String VERSION = version();

  private final Engine engine;

  Cluster(final Engine engine) {
    this.engine = engine;
  }

  void addTo(final Routes routes, final String host, final int port) {
    routes.add("GET", "/v2/topology", request -> topology(host, port));
    routes.add("GET", "/v2/status", request -> status());
    routes.add("GET", "/v2/license", request -> license());
  }

  private Reply topology(final String host, final int port) {
    final var json = Body.MAPPER.createObjectNode()
        .put("clusterSize", 1)
        .put("partitionsCount", 1)
        .put("replicationFactor", 1)
        .put("gatewayVersion", VERSION)
        .put("lastCompletedChangeId", "");
    final var broker = json.putArray("brokers").addObject()
        .put("nodeId", 0).put("host", host).put("port", port).put("version", VERSION);
    broker.putArray("partitions").addObject()
        .put("partitionId", 1).put("role", "leader").put("health", engine.isHealthy() ? "healthy" : "dead");
    return Reply.json(json);
  }

  private Reply status() {
    if (!engine.isHealthy()) {
      throw new Problem(503, "UNAVAILABLE", "the engine is not healthy");
    }
    return Reply.NO_CONTENT;
  }

  /** The engine's vendor asks for a licence in production; this host neither has nor checks one. */
  private static Reply license() {
    return Reply.json(Body.MAPPER.createObjectNode()
        .put("validLicense", false).put("licenseType", "unknown").put("isCommercial", false));
  }

  private static String version() {
    final var packaged = VersionUtil.getVersion();
    return packaged == null ? "8.8" : packaged;
  }
}
