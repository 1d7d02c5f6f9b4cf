package io.huiyin.enginehost.rest;

import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.huiyin.enginehost.search.Tables;
import java.io.IOException;

/** Decisions that were deployed, and asking them. */
final class DecisionDefinitions {

  private static final String KEY = "decisionDefinitionKey";
  private static final String AT = "/v2/decision-definitions/{decisionDefinitionKey}";
  private static final String XML =
      """
      SELECT r.xml FROM decision_definitions d JOIN decision_requirements r ON r.key = d.requirements_key
      WHERE d.key = ?""";

  private final Commands commands;
  private final Reads reads;

  DecisionDefinitions(final Commands commands, final Reads reads) {
    this.commands = commands;
    this.reads = reads;
  }

  void addTo(final Routes routes) {
    routes.add("POST", "/v2/decision-definitions/search", request -> reads.search(Tables.DECISION_DEFINITIONS, request));
    routes.add("POST", "/v2/decision-definitions/evaluation", this::evaluate);
    routes.add("GET", AT,
        request -> Reply.json(reads.get(Tables.DECISION_DEFINITIONS, "Decision Definition", request.key(KEY))));
    routes.add("GET", AT + "/xml", request -> Xml.of(reads, XML, "Decision Definition", request.key(KEY)));
  }

  private Reply evaluate(final Request request) throws IOException {
    final var body = request.body().only("decisionDefinitionId", "decisionDefinitionKey", "variables", "tenantId");
    body.defaultTenant();
    if (body.has("decisionDefinitionId") == body.has("decisionDefinitionKey")) {
      throw Problem.badRequest("exactly one of decisionDefinitionId, decisionDefinitionKey must be there");
    }
    final var question = new DecisionEvaluationRecord().setVariables(body.variables("variables"));
    if (body.has("decisionDefinitionId")) {
      question.setDecisionId(body.text("decisionDefinitionId"));
    } else {
      question.setDecisionKey(body.key("decisionDefinitionKey"));
    }
    final var answer = commands.send(ValueType.DECISION_EVALUATION, DecisionEvaluationIntent.EVALUATE, question);
    return Reply.json(EvaluatedDecision.json(answer.key(), answer.value(DecisionEvaluationRecord.class)));
  }
}
