package io.huiyin.enginehost.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionRequirementsMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FormMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessMetadata;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.record.value.deployment.DecisionRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.DecisionRequirementsMetadataValue;
import io.camunda.zeebe.protocol.record.value.deployment.FormMetadataValue;
import io.camunda.zeebe.protocol.record.value.deployment.ProcessMetadataValue;
import io.huiyin.enginehost.Answer;

/** The engine's answer to a deployment as gRPC messages. */
final class Deployments {

  private Deployments() {}

  @SuppressWarnings("deprecation")
  static DeployProcessResponse processesOnly(final Answer answer) {
    final var reply = DeployProcessResponse.newBuilder().setKey(answer.key());
    answer
        .value(DeploymentRecord.class)
        .getProcessesMetadata()
        .forEach(value -> reply.addProcesses(process(value)));
    return reply.build();
  }

  static DeployResourceResponse all(final Answer answer) {
    final var value = answer.value(DeploymentRecord.class);
    final var reply =
        DeployResourceResponse.newBuilder().setKey(answer.key()).setTenantId(value.getTenantId());
    value
        .getProcessesMetadata()
        .forEach(process -> reply.addDeploymentsBuilder().setProcess(process(process)));
    value
        .getDecisionsMetadata()
        .forEach(decision -> reply.addDeploymentsBuilder().setDecision(decision(decision)));
    value
        .getDecisionRequirementsMetadata()
        .forEach(
            requirements ->
                reply.addDeploymentsBuilder().setDecisionRequirements(requirements(requirements)));
    value.getFormMetadata().forEach(form -> reply.addDeploymentsBuilder().setForm(form(form)));
    return reply.build();
  }

  private static ProcessMetadata process(final ProcessMetadataValue value) {
    return ProcessMetadata.newBuilder()
        .setBpmnProcessId(value.getBpmnProcessId())
        .setVersion(value.getVersion())
        .setProcessDefinitionKey(value.getProcessDefinitionKey())
        .setResourceName(value.getResourceName())
        .setTenantId(value.getTenantId())
        .build();
  }

  private static DecisionMetadata decision(final DecisionRecordValue value) {
    return DecisionMetadata.newBuilder()
        .setDmnDecisionId(value.getDecisionId())
        .setDmnDecisionName(value.getDecisionName())
        .setVersion(value.getVersion())
        .setDecisionKey(value.getDecisionKey())
        .setDmnDecisionRequirementsId(value.getDecisionRequirementsId())
        .setDecisionRequirementsKey(value.getDecisionRequirementsKey())
        .setTenantId(value.getTenantId())
        .build();
  }

  private static DecisionRequirementsMetadata requirements(
      final DecisionRequirementsMetadataValue value) {
    return DecisionRequirementsMetadata.newBuilder()
        .setDmnDecisionRequirementsId(value.getDecisionRequirementsId())
        .setDmnDecisionRequirementsName(value.getDecisionRequirementsName())
        .setVersion(value.getDecisionRequirementsVersion())
        .setDecisionRequirementsKey(value.getDecisionRequirementsKey())
        .setResourceName(value.getResourceName())
        .setTenantId(value.getTenantId())
        .build();
  }

  private static FormMetadata form(final FormMetadataValue value) {
    return FormMetadata.newBuilder()
        .setFormId(value.getFormId())
        .setVersion(value.getVersion())
        .setFormKey(value.getFormKey())
        .setResourceName(value.getResourceName())
        .setTenantId(value.getTenantId())
        .build();
  }
}
