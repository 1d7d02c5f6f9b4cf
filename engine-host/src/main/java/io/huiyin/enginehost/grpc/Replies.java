package io.huiyin.enginehost.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BroadcastSignalResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BrokerInfo;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition.PartitionBrokerHealth;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition.PartitionBrokerRole;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyResponse;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceResultRecord;
import io.camunda.zeebe.protocol.impl.record.value.signal.SignalRecord;
import io.camunda.zeebe.util.VersionUtil;
import io.huiyin.enginehost.Answer;

/** Answers of the engine as gRPC messages. */
final class Replies {

  private Replies() {}

  static TopologyResponse topology(final String host, final boolean healthy) {
    final var partition =
        Partition.newBuilder()
            .setPartitionId(1)
            .setRole(PartitionBrokerRole.LEADER)
            .setHealth(healthy ? PartitionBrokerHealth.HEALTHY : PartitionBrokerHealth.DEAD);
    final var version = VersionUtil.getVersion();
    return TopologyResponse.newBuilder()
        .addBrokers(
            BrokerInfo.newBuilder().setHost(host).setVersion(version).addPartitions(partition))
        .setClusterSize(1)
        .setPartitionsCount(1)
        .setReplicationFactor(1)
        .setGatewayVersion(version)
        .build();
  }

  static CreateProcessInstanceResponse created(final Answer answer) {
    final var value = answer.value(ProcessInstanceCreationRecord.class);
    return CreateProcessInstanceResponse.newBuilder()
        .setProcessInstanceKey(value.getProcessInstanceKey())
        .setProcessDefinitionKey(value.getProcessDefinitionKey())
        .setBpmnProcessId(value.getBpmnProcessId())
        .setVersion(value.getVersion())
        .setTenantId(value.getTenantId())
        .addAllTags(value.getTags())
        .build();
  }

  static CreateProcessInstanceWithResultResponse result(final Answer answer) {
    final var value = answer.value(ProcessInstanceResultRecord.class);
    return CreateProcessInstanceWithResultResponse.newBuilder()
        .setProcessInstanceKey(value.getProcessInstanceKey())
        .setProcessDefinitionKey(value.getProcessDefinitionKey())
        .setBpmnProcessId(value.getBpmnProcessId())
        .setVersion(value.getVersion())
        .setVariables(Fields.json(value.getVariablesBuffer()))
        .setTenantId(value.getTenantId())
        .addAllTags(value.getTags())
        .build();
  }

  static PublishMessageResponse published(final Answer answer) {
    return PublishMessageResponse.newBuilder()
        .setKey(answer.key())
        .setTenantId(answer.value(MessageRecord.class).getTenantId())
        .build();
  }

  static BroadcastSignalResponse broadcast(final Answer answer) {
    return BroadcastSignalResponse.newBuilder()
        .setKey(answer.key())
        .setTenantId(answer.value(SignalRecord.class).getTenantId())
        .build();
  }
}
