package io.huiyin.enginehost.rest;

import io.huiyin.enginehost.Engine;
import io.huiyin.enginehost.search.Index;
import io.huiyin.enginehost.search.Outlook;

/** Figures for Prometheus. */
final class Metrics {

  private final Engine engine;
  private final Index index;
  private final Outlook outlook;

  Metrics(final Engine engine, final Index index) {
    this.engine = engine;
    this.index = index;
    outlook = new Outlook(index);
  }

  void addTo(final Routes routes) {
    routes.add("GET", "/metrics", request -> Reply.text("text/plain; version=0.0.4; charset=utf-8", text()));
  }

  private String text() {
    final var at = engine.positions();
    final var counts = index.counts();
    final var text = new StringBuilder();
    add(text, "healthy", "gauge", "1 while the engine works", engine.isHealthy() ? 1 : 0);
    add(text, "commands_total", "counter", "Commands seen in the log since the start", counts.commands());
    add(text, "rejections_total", "counter", "Commands that the engine refused since the start", counts.rejections());
    add(text, "events_total", "counter", "Events seen in the log since the start", counts.events());
    add(text, "log_written_position", "gauge", "Last position written", at.written());
    add(text, "log_committed_position", "gauge", "Last position on disk", at.committed());
    add(text, "log_processed_position", "gauge", "Last command processed", at.processed());
    add(text, "index_position", "gauge", "Last position that searches see", index.position());
    add(text, "index_lag", "gauge", "Positions that searches are behind",
        Math.max(0, at.committed() - index.position()));
    head(text, "open_jobs", "gauge", "Jobs not yet over, by type");
    outlook.openJobs().forEach((type, count) -> text.append("enginehost_open_jobs{type=\"")
        .append(type.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
        .append("\"} ").append(count).append('\n'));
    return text.toString();
  }

  private static void add(
      final StringBuilder text, final String name, final String type, final String help, final long value) {
    head(text, name, type, help);
    text.append("enginehost_").append(name).append(' ').append(value).append('\n');
  }

  private static void head(final StringBuilder text, final String name, final String type, final String help) {
    text.append("# HELP enginehost_").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE enginehost_").append(name).append(' ').append(type).append('\n');
  }
}
