package io.huiyin.enginehost.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;
import io.camunda.zeebe.protocol.record.value.MatchedRuleValue;

/** What a decision said, with the rules that matched. */
final class EvaluatedDecision {

  private EvaluatedDecision() {}

  static ObjectNode json(final long key, final DecisionEvaluationRecord it) {
    final var json = Body.MAPPER.createObjectNode()
        .put("decisionDefinitionId", it.getDecisionId())
        .put("decisionDefinitionName", it.getDecisionName())
        .put("decisionDefinitionVersion", it.getDecisionVersion())
        .put("decisionDefinitionKey", String.valueOf(it.getDecisionKey()))
        .put("decisionRequirementsId", it.getDecisionRequirementsId())
        .put("decisionRequirementsKey", String.valueOf(it.getDecisionRequirementsKey()))
        .put("decisionEvaluationKey", String.valueOf(key))
        .put("decisionInstanceKey", String.valueOf(key))
        .put("output", it.getDecisionOutput())
        .put("failedDecisionDefinitionId", it.getFailedDecisionId())
        .put("failureMessage", it.getEvaluationFailureMessage())
        .put("tenantId", it.getTenantId());
    final var decisions = json.putArray("evaluatedDecisions");
    it.getEvaluatedDecisions().forEach(decision -> decisions.add(decision(decision)));
    return json;
  }

  private static ObjectNode decision(final EvaluatedDecisionValue it) {
    final var json = Body.MAPPER.createObjectNode()
        .put("decisionDefinitionId", it.getDecisionId())
        .put("decisionDefinitionName", it.getDecisionName())
        .put("decisionDefinitionVersion", it.getDecisionVersion())
        .put("decisionDefinitionKey", String.valueOf(it.getDecisionKey()))
        .put("decisionDefinitionType", it.getDecisionType())
        .put("decisionEvaluationInstanceKey", it.getDecisionEvaluationInstanceKey())
        .put("output", it.getDecisionOutput())
        .put("tenantId", it.getTenantId());
    final var inputs = json.putArray("evaluatedInputs");
    it.getEvaluatedInputs().forEach(input -> inputs.addObject()
        .put("inputId", input.getInputId())
        .put("inputName", input.getInputName())
        .put("inputValue", input.getInputValue()));
    final var rules = json.putArray("matchedRules");
    it.getMatchedRules().forEach(rule -> rules.add(rule(rule)));
    return json;
  }

  private static ObjectNode rule(final MatchedRuleValue it) {
    final var json = Body.MAPPER.createObjectNode().put("ruleId", it.getRuleId()).put("ruleIndex", it.getRuleIndex());
    final var outputs = json.putArray("evaluatedOutputs");
    it.getEvaluatedOutputs().forEach(output -> outputs.addObject()
        .put("outputId", output.getOutputId())
        .put("outputName", output.getOutputName())
        .put("outputValue", output.getOutputValue()));
    return json;
  }
}
