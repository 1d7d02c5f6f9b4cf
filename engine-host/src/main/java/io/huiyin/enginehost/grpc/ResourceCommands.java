package io.huiyin.enginehost.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeleteResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionRequest;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.resource.ResourceDeletionRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.ResourceDeletionIntent;
import java.time.Duration;

/** The commands on what is deployed. */
final class ResourceCommands {

  /** Reading many diagrams takes its time. */
  private static final Duration DEPLOY_TIMEOUT = Duration.ofSeconds(60);

  private ResourceCommands() {}

  @SuppressWarnings("deprecation")
  static Command deploy(final DeployProcessRequest request) {
    final var record = new DeploymentRecord().setTenantId(Fields.tenant(""));
    request
        .getProcessesList()
        .forEach(
            process ->
                record
                    .resources()
                    .add()
                    .setResourceName(process.getName())
                    .setResource(process.getDefinition().toByteArray()));
    return deploy(record);
  }

  static Command deploy(final DeployResourceRequest request) {
    final var record = new DeploymentRecord().setTenantId(Fields.tenant(request.getTenantId()));
    request
        .getResourcesList()
        .forEach(
            resource ->
                record
                    .resources()
                    .add()
                    .setResourceName(resource.getName())
                    .setResource(resource.getContent().toByteArray()));
    return deploy(record);
  }

  private static Command deploy(final DeploymentRecord record) {
    return new Command(
        ValueType.DEPLOYMENT, DeploymentIntent.CREATE, Command.NO_KEY, record, DEPLOY_TIMEOUT);
  }

  static Command delete(final DeleteResourceRequest request) {
    return new Command(
        ValueType.RESOURCE_DELETION,
        ResourceDeletionIntent.DELETE,
        Command.NO_KEY,
        new ResourceDeletionRecord().setResourceKey(request.getResourceKey()));
  }

  static Command evaluate(final EvaluateDecisionRequest request) {
    final var record =
        new DecisionEvaluationRecord()
            .setVariables(Fields.variables(request.getVariables()))
            .setTenantId(Fields.tenant(request.getTenantId()));
    if (request.getDecisionKey() > 0) {
      record.setDecisionKey(request.getDecisionKey());
    }
    if (!request.getDecisionId().isEmpty()) {
      record.setDecisionId(request.getDecisionId());
    }
    return new Command(
        ValueType.DECISION_EVALUATION, DecisionEvaluationIntent.EVALUATE, Command.NO_KEY, record);
  }
}
