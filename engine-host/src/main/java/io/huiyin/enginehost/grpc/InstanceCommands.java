package io.huiyin.enginehost.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.*;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationMappingInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationActivateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationTerminateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationVariableInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.signal.SignalRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceMigrationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceModificationIntent;
import io.camunda.zeebe.protocol.record.intent.SignalIntent;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import io.camunda.zeebe.protocol.record.value.RuntimeInstructionType;
import io.camunda.zeebe.protocol.record.value.VariableDocumentUpdateSemantic;
import io.huiyin.enginehost.Engine;
import java.time.Duration;
import java.util.LinkedHashSet;

/** The commands on process instances, messages and signals. */
final class InstanceCommands {

  private InstanceCommands() {}

  static Command create(final CreateProcessInstanceRequest request) {
    return new Command(
        ValueType.PROCESS_INSTANCE_CREATION,
        ProcessInstanceCreationIntent.CREATE,
        Command.NO_KEY,
        creation(request));
  }

  static Command createWithResult(final CreateProcessInstanceWithResultRequest request) {
    final long timeout = request.getRequestTimeout();
    return new Command(
        ValueType.PROCESS_INSTANCE_CREATION,
        ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT,
        Command.NO_KEY,
        creation(request.getRequest()).setFetchVariables(request.getFetchVariablesList()),
        timeout > 0 ? Duration.ofMillis(timeout) : Engine.DEFAULT_TIMEOUT);
  }

  private static ProcessInstanceCreationRecord creation(final CreateProcessInstanceRequest from) {
    final var record =
        new ProcessInstanceCreationRecord()
            .setBpmnProcessId(from.getBpmnProcessId())
            .setProcessDefinitionKey(from.getProcessDefinitionKey())
            .setVersion(from.getVersion())
            .setVariables(Fields.variables(from.getVariables()))
            .setTenantId(Fields.tenant(from.getTenantId()))
            .setTags(new LinkedHashSet<>(from.getTagsList()));
    from.getStartInstructionsList()
        .forEach(start -> record.startInstructions().add().setElementId(start.getElementId()));
    for (final var instruction : from.getRuntimeInstructionsList()) {
      if (!instruction.hasTerminate()) {
        throw new IllegalArgumentException("a runtime instruction says nothing");
      }
      record.addRuntimeInstruction(
          new io.camunda.zeebe.protocol.impl.record.value.processinstance
                  .ProcessInstanceCreationRuntimeInstruction()
              .setType(RuntimeInstructionType.TERMINATE_PROCESS_INSTANCE)
              .setAfterElementId(instruction.getTerminate().getAfterElementId()));
    }
    return record;
  }

  static Command cancel(final CancelProcessInstanceRequest request) {
    final long key = request.getProcessInstanceKey();
    return new Command(
        ValueType.PROCESS_INSTANCE,
        ProcessInstanceIntent.CANCEL,
        key,
        new ProcessInstanceRecord().setProcessInstanceKey(key));
  }

  static Command modify(final ModifyProcessInstanceRequest request) {
    final var record =
        new ProcessInstanceModificationRecord()
            .setProcessInstanceKey(request.getProcessInstanceKey());
    for (final var activate : request.getActivateInstructionsList()) {
      final var instruction =
          new ProcessInstanceModificationActivateInstruction()
              .setElementId(activate.getElementId())
              .setAncestorScopeKey(activate.getAncestorElementInstanceKey());
      for (final var variables : activate.getVariableInstructionsList()) {
        instruction.addVariableInstruction(
            new ProcessInstanceModificationVariableInstruction()
                .setElementId(variables.getScopeId())
                .setVariables(Fields.variables(variables.getVariables())));
      }
      record.addActivateInstruction(instruction);
    }
    for (final var terminate : request.getTerminateInstructionsList()) {
      record.addTerminateInstruction(
          new ProcessInstanceModificationTerminateInstruction()
              .setElementInstanceKey(terminate.getElementInstanceKey()));
    }
    return new Command(
        ValueType.PROCESS_INSTANCE_MODIFICATION,
        ProcessInstanceModificationIntent.MODIFY,
        request.getProcessInstanceKey(),
        record);
  }

  static Command migrate(final MigrateProcessInstanceRequest request) {
    final var plan = request.getMigrationPlan();
    final var record =
        new ProcessInstanceMigrationRecord()
            .setProcessInstanceKey(request.getProcessInstanceKey())
            .setTargetProcessDefinitionKey(plan.getTargetProcessDefinitionKey());
    for (final var mapping : plan.getMappingInstructionsList()) {
      record.addMappingInstruction(
          new ProcessInstanceMigrationMappingInstruction()
              .setSourceElementId(mapping.getSourceElementId())
              .setTargetElementId(mapping.getTargetElementId()));
    }
    return new Command(
        ValueType.PROCESS_INSTANCE_MIGRATION,
        ProcessInstanceMigrationIntent.MIGRATE,
        request.getProcessInstanceKey(),
        record);
  }

  static Command setVariables(final SetVariablesRequest request) {
    return new Command(
        ValueType.VARIABLE_DOCUMENT,
        VariableDocumentIntent.UPDATE,
        Command.NO_KEY,
        new VariableDocumentRecord()
            .setScopeKey(request.getElementInstanceKey())
            .setVariables(Fields.variables(request.getVariables()))
            .setUpdateSemantics(
                request.getLocal()
                    ? VariableDocumentUpdateSemantic.LOCAL
                    : VariableDocumentUpdateSemantic.PROPAGATE));
  }

  static Command resolveIncident(final ResolveIncidentRequest request) {
    return new Command(
        ValueType.INCIDENT, IncidentIntent.RESOLVE, request.getIncidentKey(), new IncidentRecord());
  }

  static Command publish(final PublishMessageRequest request) {
    return new Command(
        ValueType.MESSAGE,
        MessageIntent.PUBLISH,
        Command.NO_KEY,
        new MessageRecord()
            .setName(request.getName())
            .setCorrelationKey(request.getCorrelationKey())
            .setMessageId(request.getMessageId())
            .setTimeToLive(request.getTimeToLive())
            .setVariables(Fields.variables(request.getVariables()))
            .setTenantId(Fields.tenant(request.getTenantId())));
  }

  static Command broadcast(final BroadcastSignalRequest request) {
    return new Command(
        ValueType.SIGNAL,
        SignalIntent.BROADCAST,
        Command.NO_KEY,
        new SignalRecord()
            .setSignalName(request.getSignalName())
            .setVariables(Fields.variables(request.getVariables()))
            .setTenantId(Fields.tenant(request.getTenantId())));
  }
}
