package io.huiyin.enginehost.rest;

import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationMappingInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationActivateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationTerminateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationVariableInstruction;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceMigrationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceModificationIntent;
import java.io.IOException;

/** Moves the tokens of a running instance by hand, or the instance to another version of its process. */
final class InstanceChanges {

  private static final String KEY = "processInstanceKey";

  private final Commands commands;

  InstanceChanges(final Commands commands) {
    this.commands = commands;
  }

  void addTo(final Routes routes) {
    routes.add("POST", "/v2/process-instances/{processInstanceKey}/modification", this::modify);
    routes.add("POST", "/v2/process-instances/{processInstanceKey}/migration", this::migrate);
  }

  private Reply modify(final Request request) throws IOException {
    final var body = request.body().only("operationReference", "activateInstructions", "terminateInstructions");
    body.operationReference();
    final long key = request.key(KEY);
    final var record = new ProcessInstanceModificationRecord().setProcessInstanceKey(key);
    for (final var activate : body.objects("activateInstructions")) {
      record.addActivateInstruction(activation(activate));
    }
    for (final var terminate : body.objects("terminateInstructions")) {
      record.addTerminateInstruction(new ProcessInstanceModificationTerminateInstruction()
          .setElementInstanceKey(terminate.only("elementInstanceKey").key("elementInstanceKey")));
    }
    commands.send(ValueType.PROCESS_INSTANCE_MODIFICATION, ProcessInstanceModificationIntent.MODIFY, key, record);
    return Reply.NO_CONTENT;
  }

  private static ProcessInstanceModificationActivateInstruction activation(final Body activate) {
    activate.only("elementId", "variableInstructions", "ancestorElementInstanceKey");
    final var instruction = new ProcessInstanceModificationActivateInstruction()
        .setElementId(activate.text("elementId"))
        .setAncestorScopeKey(activate.key("ancestorElementInstanceKey", -1));
    for (final var variables : activate.objects("variableInstructions")) {
      variables.only("variables", "scopeId");
      instruction.addVariableInstruction(new ProcessInstanceModificationVariableInstruction()
          .setVariables(variables.variables("variables"))
          .setElementId(variables.text("scopeId", "")));
    }
    return instruction;
  }

  private Reply migrate(final Request request) throws IOException {
    final var body = request.body().only("mappingInstructions", "operationReference", "targetProcessDefinitionKey");
    body.operationReference();
    if (!body.has("mappingInstructions")) {
      body.missing("mappingInstructions", "an array of {sourceElementId, targetElementId}");
    }
    final long key = request.key(KEY);
    final var record = new ProcessInstanceMigrationRecord()
        .setProcessInstanceKey(key)
        .setTargetProcessDefinitionKey(body.key("targetProcessDefinitionKey"));
    for (final var mapping : body.objects("mappingInstructions")) {
      mapping.only("sourceElementId", "targetElementId");
      record.addMappingInstruction(new ProcessInstanceMigrationMappingInstruction()
          .setSourceElementId(mapping.text("sourceElementId"))
          .setTargetElementId(mapping.text("targetElementId")));
    }
    commands.send(ValueType.PROCESS_INSTANCE_MIGRATION, ProcessInstanceMigrationIntent.MIGRATE, key, record);
    return Reply.NO_CONTENT;
  }
}
