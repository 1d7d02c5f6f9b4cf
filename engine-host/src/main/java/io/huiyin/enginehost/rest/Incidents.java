package io.huiyin.enginehost.rest;

import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.huiyin.enginehost.search.Tables;
import java.io.IOException;

/** Incidents: find them, resolve them. */
final class Incidents {

  private final Commands commands;
  private final Reads reads;

  Incidents(final Commands commands, final Reads reads) {
    this.commands = commands;
    this.reads = reads;
  }

  void addTo(final Routes routes) {
    routes.add("POST", "/v2/incidents/search", request -> reads.search(Tables.INCIDENTS, request));
    routes.add("GET", "/v2/incidents/{incidentKey}",
        request -> Reply.json(reads.get(Tables.INCIDENTS, "Incident", request.key("incidentKey"))));
    routes.add("POST", "/v2/incidents/{incidentKey}/resolution", this::resolve);
  }

  private Reply resolve(final Request request) throws IOException {
    request.body().only("operationReference").operationReference();
    commands.send(ValueType.INCIDENT, IncidentIntent.RESOLVE, request.key("incidentKey"), new IncidentRecord());
    return Reply.NO_CONTENT;
  }
}
