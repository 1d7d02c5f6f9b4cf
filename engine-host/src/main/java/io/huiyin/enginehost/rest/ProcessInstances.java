package io.huiyin.enginehost.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.huiyin.enginehost.search.Tables;
import io.huiyin.enginehost.search.Where;
import java.io.IOException;
import java.util.LinkedList;

/** Process instances: find them, follow them, end them. */
final class ProcessInstances {

  private static final String KEY = "processInstanceKey";
  private static final String AT = "/v2/process-instances/{processInstanceKey}";

  private final Commands commands;
  private final Reads reads;

  ProcessInstances(final Commands commands, final Reads reads) {
    this.commands = commands;
    this.reads = reads;
  }

  void addTo(final Routes routes) {
    routes.add("POST", "/v2/process-instances/search", request -> reads.search(Tables.PROCESS_INSTANCES, request));
    routes.add("GET", AT, request -> Reply.json(reads.get(Tables.PROCESS_INSTANCES, "Process Instance", request.key(KEY))));
    routes.add("POST", AT + "/cancellation", this::cancel);
    routes.add("GET", AT + "/call-hierarchy", this::callHierarchy);
    routes.add("GET", AT + "/sequence-flows", this::sequenceFlows);
    routes.add("GET", AT + "/statistics/element-instances", this::statistics);
    routes.add("POST", AT + "/incidents/search", this::incidents);
  }

  private Reply cancel(final Request request) throws IOException {
    request.body().only("operationReference").operationReference();
    final long key = request.key(KEY);
    commands.send(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, key,
        new ProcessInstanceRecord().setProcessInstanceKey(key));
    return Reply.NO_CONTENT;
  }

  /** From the root down to the instance itself; empty for a root. */
  private Reply callHierarchy(final Request request) {
    final var chain = new LinkedList<ObjectNode>();
    var instance = reads.get(Tables.PROCESS_INSTANCES, "Process Instance", request.key(KEY));
    while (instance != null) {
      chain.addFirst(instance);
      instance = instance.has("parentProcessInstanceKey")
          ? reads.first(Tables.PROCESS_INSTANCES,
              new Where().and("t.key = ?", instance.get("parentProcessInstanceKey").asLong()))
          : null;
    }
    final var entries = Body.MAPPER.createArrayNode();
    if (chain.size() > 1) {
      chain.forEach(it -> entries.add(it.retain(KEY, "processDefinitionKey", "processDefinitionName")));
    }
    return Reply.json(entries);
  }

  private Reply sequenceFlows(final Request request) {
    final long key = request.key(KEY);
    final var result = Body.MAPPER.createObjectNode();
    final var items = result.putArray("items");
    return reads.read(connection -> {
      try (var query = connection.prepareStatement(
          """
          SELECT flow_id, process_definition_key, process_id, tenant_id FROM sequence_flows
          WHERE process_instance_key = ? ORDER BY flow_id""")) {
        query.setLong(1, key);
        try (var row = query.executeQuery()) {
          while (row.next()) {
            items.addObject()
                .put("sequenceFlowId", key + "_" + row.getString(1))
                .put("processInstanceKey", String.valueOf(key))
                .put("processDefinitionKey", row.getString(2))
                .put("processDefinitionId", row.getString(3))
                .put("elementId", row.getString(1))
                .put("tenantId", row.getString(4));
          }
        }
      }
      return Reply.json(result);
    });
  }

  private Reply statistics(final Request request) {
    final long key = request.key(KEY);
    return reads.read(connection -> Statistics.of(connection, new Where().and("t.key = ?", key)));
  }

  /** Also those of the instances that it called. */
  private Reply incidents(final Request request) throws IOException {
    final long key = request.key(KEY);
    reads.get(Tables.PROCESS_INSTANCES, "Process Instance", key);
    return reads.search(Tables.INCIDENTS, request,
        new Where().and("t.key IN (SELECT incident_key FROM incident_ancestors WHERE ancestor_key = ?)", key));
  }
}
