package io.huiyin.enginehost.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecision;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MatchedDecisionRule;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;
import io.camunda.zeebe.protocol.record.value.MatchedRuleValue;
import io.huiyin.enginehost.Answer;

/** The engine's answer to the evaluation of a decision as gRPC messages. */
final class Decisions {

  private Decisions() {}

  static EvaluateDecisionResponse evaluated(final Answer answer) {
    final var value = answer.value(DecisionEvaluationRecord.class);
    final var reply =
        EvaluateDecisionResponse.newBuilder()
            .setDecisionInstanceKey(answer.key())
            .setDecisionEvaluationKey(answer.key())
            .setDecisionKey(value.getDecisionKey())
            .setDecisionId(value.getDecisionId())
            .setDecisionName(value.getDecisionName())
            .setDecisionVersion(value.getDecisionVersion())
            .setDecisionRequirementsId(value.getDecisionRequirementsId())
            .setDecisionRequirementsKey(value.getDecisionRequirementsKey())
            .setTenantId(value.getTenantId());
    value.getEvaluatedDecisions().forEach(each -> reply.addEvaluatedDecisions(decision(each)));
    if (value.getFailedDecisionId().isEmpty()) {
      return reply.setDecisionOutput(value.getDecisionOutput()).build();
    }
    return reply
        .setFailedDecisionId(value.getFailedDecisionId())
        .setFailureMessage(value.getEvaluationFailureMessage())
        .build();
  }

  private static EvaluatedDecision.Builder decision(final EvaluatedDecisionValue value) {
    final var decision =
        EvaluatedDecision.newBuilder()
            .setDecisionKey(value.getDecisionKey())
            .setDecisionId(value.getDecisionId())
            .setDecisionName(value.getDecisionName())
            .setDecisionVersion(value.getDecisionVersion())
            .setDecisionType(value.getDecisionType())
            .setDecisionOutput(value.getDecisionOutput())
            .setTenantId(value.getTenantId())
            .setDecisionEvaluationInstanceKey(value.getDecisionEvaluationInstanceKey());
    for (final var input : value.getEvaluatedInputs()) {
      decision
          .addEvaluatedInputsBuilder()
          .setInputId(input.getInputId())
          .setInputName(input.getInputName())
          .setInputValue(input.getInputValue());
    }
    value.getMatchedRules().forEach(rule -> decision.addMatchedRules(rule(rule)));
    return decision;
  }

  private static MatchedDecisionRule.Builder rule(final MatchedRuleValue value) {
    final var rule =
        MatchedDecisionRule.newBuilder()
            .setRuleId(value.getRuleId())
            .setRuleIndex(value.getRuleIndex());
    for (final var output : value.getEvaluatedOutputs()) {
      rule.addEvaluatedOutputsBuilder()
          .setOutputId(output.getOutputId())
          .setOutputName(output.getOutputName())
          .setOutputValue(output.getOutputValue());
    }
    return rule;
  }
}
