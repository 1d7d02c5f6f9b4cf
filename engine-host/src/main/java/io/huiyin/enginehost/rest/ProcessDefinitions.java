package io.huiyin.enginehost.rest;

import io.huiyin.enginehost.search.Tables;
import io.huiyin.enginehost.search.Where;
import java.io.IOException;

/** Processes that were deployed. */
final class ProcessDefinitions {

  private static final String KEY = "processDefinitionKey";
  private static final String AT = "/v2/process-definitions/{processDefinitionKey}";

  private static final String START_FORM =
      """
      t.key = (
        SELECT f.key FROM process_definitions p JOIN forms f ON f.id = p.start_form_id
        WHERE p.key = ? AND f.deleted = 0 AND CASE p.start_form_binding
          WHEN 'deployment' THEN f.deployment_key = p.deployment_key
          WHEN 'versionTag' THEN f.version_tag = p.start_form_version_tag
          ELSE 1 END
        ORDER BY f.version DESC LIMIT 1)""";

  private final Reads reads;

  ProcessDefinitions(final Reads reads) {
    this.reads = reads;
  }

  void addTo(final Routes routes) {
    routes.add("POST", "/v2/process-definitions/search", request -> reads.search(Tables.PROCESS_DEFINITIONS, request));
    routes.add("GET", AT,
        request -> Reply.json(reads.get(Tables.PROCESS_DEFINITIONS, "Process Definition", request.key(KEY))));
    routes.add("GET", AT + "/xml", this::xml);
    routes.add("GET", AT + "/form", this::startForm);
    routes.add("POST", AT + "/statistics/element-instances", this::statistics);
  }

  private Reply xml(final Request request) {
    return Xml.of(reads, "SELECT xml FROM process_definitions WHERE key = ?", "Process Definition", request.key(KEY));
  }

  private Reply startForm(final Request request) {
    final long key = request.key(KEY);
    reads.get(Tables.PROCESS_DEFINITIONS, "Process Definition", key);
    final var form = reads.first(Tables.FORMS, new Where().and(START_FORM, key));
    return form == null ? Reply.NO_CONTENT : Reply.json(form);
  }

  /** Elements of instances of this definition; the filter picks the instances. */
  private Reply statistics(final Request request) throws IOException {
    final long key = request.key(KEY);
    final var body = request.body().only("filter");
    final var where = new Where()
        .and("t.process_definition_key = ?", key)
        .and(Tables.PROCESS_INSTANCES.where(body.json().get("filter"), "filter"));
    return reads.read(connection -> Statistics.of(connection, where));
  }
}
