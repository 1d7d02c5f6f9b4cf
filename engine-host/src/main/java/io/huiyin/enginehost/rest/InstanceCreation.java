package io.huiyin.enginehost.rest;

import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent.CREATE;
import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRuntimeInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationStartInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceResultRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.value.RuntimeInstructionType;
import io.huiyin.enginehost.Engine;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Starts process instances, and waits for their end when asked to. */
final class InstanceCreation {

  private static final int MOST_TAGS = 10;
  private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9_\\-:.]{0,99}");

  private final Commands commands;

  InstanceCreation(final Commands commands) {
    this.commands = commands;
  }

  void addTo(final Routes routes) {
    routes.add("POST", "/v2/process-instances", this::create);
  }

  private Reply create(final Request request) throws IOException {
    final var body = request.body().only("processDefinitionId", "processDefinitionVersion", "processDefinitionKey",
        "variables", "tenantId", "operationReference", "startInstructions", "runtimeInstructions", "awaitCompletion",
        "fetchVariables", "requestTimeout", "tags");
    body.operationReference();
    body.defaultTenant();
    final var record = record(body);
    if (!body.flag("awaitCompletion", false)) {
      final var created = commands.send(ValueType.PROCESS_INSTANCE_CREATION, CREATE, record)
          .value(ProcessInstanceCreationRecord.class);
      return Reply.json(created(created));
    }
    final long timeout = body.number("requestTimeout", 0, Long.MIN_VALUE, Long.MAX_VALUE);
    record.setFetchVariables(body.texts("fetchVariables"));
    final var ended = commands.send(ValueType.PROCESS_INSTANCE_CREATION, CREATE_WITH_AWAITING_RESULT, record,
        timeout > 0 ? Duration.ofMillis(timeout) : Engine.DEFAULT_TIMEOUT).value(ProcessInstanceResultRecord.class);
    return Reply.json(ended(ended));
  }

  private static ProcessInstanceCreationRecord record(final Body body) {
    if (body.has("processDefinitionId") == body.has("processDefinitionKey")) {
      throw Problem.badRequest("exactly one of processDefinitionId, processDefinitionKey must be there");
    }
    final var record = new ProcessInstanceCreationRecord().setVariables(body.variables("variables")).setTags(tags(body));
    if (body.has("processDefinitionKey")) {
      record.setProcessDefinitionKey(body.key("processDefinitionKey"));
    } else {
      record.setBpmnProcessId(body.text("processDefinitionId"))
          .setVersion((int) body.number("processDefinitionVersion", -1, -1, Integer.MAX_VALUE));
    }
    for (final var start : body.objects("startInstructions")) {
      record.addStartInstruction(
          new ProcessInstanceCreationStartInstruction().setElementId(start.only("elementId").text("elementId")));
    }
    for (final var instruction : body.objects("runtimeInstructions")) {
      record.addRuntimeInstruction(terminate(instruction.only("type", "afterElementId")));
    }
    return record;
  }

  private static ProcessInstanceCreationRuntimeInstruction terminate(final Body instruction) {
    final var type = instruction.text("type", "TERMINATE_PROCESS_INSTANCE");
    if (!type.equals("TERMINATE_PROCESS_INSTANCE")) {
      instruction.wrong("type", "TERMINATE_PROCESS_INSTANCE");
    }
    return ProcessInstanceCreationRuntimeInstruction.createInstruction()
        .setType(RuntimeInstructionType.TERMINATE_PROCESS_INSTANCE)
        .setAfterElementId(instruction.text("afterElementId"));
  }

  private static Set<String> tags(final Body body) {
    final var tags = new LinkedHashSet<>(body.texts("tags"));
    if (tags.size() > MOST_TAGS || !tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
      body.wrong("tags", "at most 10 tags, each a letter and up to 99 letters, digits or any of _-:.");
    }
    return tags;
  }

  private static ObjectNode created(final ProcessInstanceCreationRecord it) {
    return result(it.getBpmnProcessId(), it.getVersion(), it.getProcessDefinitionKey(), it.getProcessInstanceKey(),
        it.getTenantId(), Body.MAPPER.createObjectNode(), it.getTags());
  }

  private static ObjectNode ended(final ProcessInstanceResultRecord it) {
    return result(it.getBpmnProcessId(), it.getVersion(), it.getProcessDefinitionKey(), it.getProcessInstanceKey(),
        it.getTenantId(), Body.MAPPER.valueToTree(it.getVariables()), it.getTags());
  }

  private static ObjectNode result(final String id, final int version, final long definitionKey, final long instanceKey,
      final String tenant, final JsonNode variables, final Set<String> tags) {
    final var json = Body.MAPPER.createObjectNode()
        .put("processDefinitionId", id)
        .put("processDefinitionVersion", version)
        .put("processDefinitionKey", String.valueOf(definitionKey))
        .put("processInstanceKey", String.valueOf(instanceKey))
        .put("tenantId", tenant);
    json.set("variables", variables);
    json.set("tags", Body.MAPPER.valueToTree(tags));
    return json;
  }
}
