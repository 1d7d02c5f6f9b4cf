package io.huiyin.enginehost.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.resource.ResourceDeletionRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.ResourceDeletionIntent;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.io.IOException;

/** Deploys diagrams, tables and forms together, and takes them away. */
final class Deployments {

  private static final String DEFAULT_TENANT = "<default>";

  private final Commands commands;

  Deployments(final Commands commands) {
    this.commands = commands;
  }

  void addTo(final Routes routes) {
    routes.add("POST", "/v2/deployments", this::deploy);
    routes.add("POST", "/v2/resources/{resourceKey}/deletion", this::delete);
  }

  private Reply deploy(final Request request) throws IOException {
    final var deployment = new DeploymentRecord();
    for (final var part : Multipart.parts(request.header("Content-Type"), request.bytes())) {
      if (part.name().equals("resources") && part.fileName() != null) {
        deployment.resources().add()
            .setResourceName(BufferUtil.wrapString(part.fileName()))
            .setResource(BufferUtil.wrapArray(part.content()));
      } else if (!part.name().equals("tenantId")) {
        throw Problem.badRequest(
            "part %s is unknown; allowed are resources (each with a file name), tenantId".formatted(part.name()));
      }
    }
    if (deployment.getResources().isEmpty()) {
      throw Problem.badRequest("resources is missing; at least one file must be there");
    }
    final var answer = commands.send(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, deployment);
    return Reply.json(json(answer.key(), answer.value(DeploymentRecord.class)));
  }

  private Reply delete(final Request request) throws IOException {
    request.body().only("operationReference").operationReference();
    commands.send(ValueType.RESOURCE_DELETION, ResourceDeletionIntent.DELETE,
        new ResourceDeletionRecord().setResourceKey(request.key("resourceKey")));
    return Reply.NO_CONTENT;
  }

  private static ObjectNode json(final long key, final DeploymentRecord it) {
    final var json = Body.MAPPER.createObjectNode()
        .put("deploymentKey", String.valueOf(key))
        .put("tenantId", DEFAULT_TENANT);
    final var deployments = json.putArray("deployments");
    addProcesses(it, deployments);
    addDecisions(it, deployments);
    it.getFormMetadata().forEach(form -> deployments.addObject().putObject("form")
        .put("formId", form.getFormId())
        .put("version", form.getVersion())
        .put("formKey", String.valueOf(form.getFormKey()))
        .put("resourceName", form.getResourceName())
        .put("tenantId", DEFAULT_TENANT));
    it.getResourceMetadata().forEach(resource -> deployments.addObject().putObject("resource")
        .put("resourceId", resource.getResourceId())
        .put("version", resource.getVersion())
        .put("resourceKey", String.valueOf(resource.getResourceKey()))
        .put("resourceName", resource.getResourceName())
        .put("tenantId", DEFAULT_TENANT));
    return json;
  }

  private static void addProcesses(final DeploymentRecord it, final ArrayNode deployments) {
    it.getProcessesMetadata().forEach(process -> deployments.addObject().putObject("processDefinition")
        .put("processDefinitionId", process.getBpmnProcessId())
        .put("processDefinitionVersion", process.getVersion())
        .put("processDefinitionKey", String.valueOf(process.getProcessDefinitionKey()))
        .put("resourceName", process.getResourceName())
        .put("tenantId", DEFAULT_TENANT));
  }

  private static void addDecisions(final DeploymentRecord it, final ArrayNode deployments) {
    it.getDecisionsMetadata().forEach(decision -> deployments.addObject().putObject("decisionDefinition")
        .put("decisionDefinitionId", decision.getDecisionId())
        .put("version", decision.getVersion())
        .put("name", decision.getDecisionName())
        .put("decisionDefinitionKey", String.valueOf(decision.getDecisionKey()))
        .put("decisionRequirementsId", decision.getDecisionRequirementsId())
        .put("decisionRequirementsKey", String.valueOf(decision.getDecisionRequirementsKey()))
        .put("tenantId", DEFAULT_TENANT));
    it.getDecisionRequirementsMetadata().forEach(drg -> deployments.addObject().putObject("decisionRequirements")
        .put("decisionRequirementsId", drg.getDecisionRequirementsId())
        .put("version", drg.getDecisionRequirementsVersion())
        .put("decisionRequirementsName", drg.getDecisionRequirementsName())
        .put("decisionRequirementsKey", String.valueOf(drg.getDecisionRequirementsKey()))
        .put("resourceName", drg.getResourceName())
        .put("tenantId", DEFAULT_TENANT));
  }
}
