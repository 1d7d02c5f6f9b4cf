package io.huiyin.enginehost.rest;

import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import io.camunda.zeebe.protocol.record.value.VariableDocumentUpdateSemantic;
import io.huiyin.enginehost.search.Tables;
import java.io.IOException;

/** Element instances and the variables of their scopes. */
final class ElementInstances {

  private final Commands commands;
  private final Reads reads;

  ElementInstances(final Commands commands, final Reads reads) {
    this.commands = commands;
    this.reads = reads;
  }

  void addTo(final Routes routes) {
    routes.add("POST", "/v2/element-instances/search", request -> reads.search(Tables.ELEMENT_INSTANCES, request));
    routes.add("GET", "/v2/element-instances/{elementInstanceKey}", request -> Reply.json(
        reads.get(Tables.ELEMENT_INSTANCES, "Element Instance", request.key("elementInstanceKey"))));
    routes.add("PUT", "/v2/element-instances/{elementInstanceKey}/variables", this::setVariables);
    routes.add("POST", "/v2/variables/search", request -> reads.search(
        request.isFalse("truncateValues") ? Tables.WHOLE_VARIABLES : Tables.VARIABLES, request));
    routes.add("GET", "/v2/variables/{variableKey}", this::variable);
  }

  private Reply setVariables(final Request request) throws IOException {
    final var body = request.body().only("variables", "local", "operationReference");
    body.operationReference();
    if (!body.has("variables")) {
      body.missing("variables", "an object");
    }
    commands.send(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE,
        new VariableDocumentRecord()
            .setScopeKey(request.key("elementInstanceKey"))
            .setVariables(body.variables("variables"))
            .setUpdateSemantics(body.flag("local", false)
                ? VariableDocumentUpdateSemantic.LOCAL
                : VariableDocumentUpdateSemantic.PROPAGATE));
    return Reply.NO_CONTENT;
  }

  private Reply variable(final Request request) {
    return Reply.json(reads.get(Tables.WHOLE_VARIABLES, "Variable", request.key("variableKey")).without("isTruncated"));
  }
}
