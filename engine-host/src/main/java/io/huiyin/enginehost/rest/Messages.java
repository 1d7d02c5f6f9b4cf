package io.huiyin.enginehost.rest;

import io.camunda.zeebe.protocol.impl.record.value.message.MessageCorrelationRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.signal.SignalRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.MessageCorrelationIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.SignalIntent;
import java.io.IOException;

/** Messages to one waiting instance, signals to all. */
final class Messages {

  private static final String DEFAULT_TENANT = "<default>";

  private final Commands commands;

  Messages(final Commands commands) {
    this.commands = commands;
  }

  void addTo(final Routes routes) {
    routes.add("POST", "/v2/messages/publication", this::publish);
    routes.add("POST", "/v2/messages/correlation", this::correlate);
    routes.add("POST", "/v2/signals/broadcast", this::broadcast);
  }

  private Reply publish(final Request request) throws IOException {
    final var body =
        request.body().only("name", "correlationKey", "timeToLive", "messageId", "variables", "tenantId");
    body.defaultTenant();
    final var answer = commands.send(ValueType.MESSAGE, MessageIntent.PUBLISH, new MessageRecord()
        .setName(body.text("name"))
        .setCorrelationKey(body.text("correlationKey", ""))
        .setTimeToLive(body.number("timeToLive", 0, 0, Long.MAX_VALUE))
        .setMessageId(body.text("messageId", ""))
        .setVariables(body.variables("variables")));
    return Reply.json(Body.MAPPER.createObjectNode()
        .put("messageKey", String.valueOf(answer.key()))
        .put("tenantId", DEFAULT_TENANT));
  }

  private Reply correlate(final Request request) throws IOException {
    final var body = request.body().only("name", "correlationKey", "variables", "tenantId");
    body.defaultTenant();
    final var answer = commands.send(ValueType.MESSAGE_CORRELATION, MessageCorrelationIntent.CORRELATE,
        new MessageCorrelationRecord()
            .setName(body.text("name"))
            .setCorrelationKey(body.text("correlationKey", ""))
            .setVariables(body.variables("variables")));
    final var correlated = answer.value(MessageCorrelationRecord.class);
    return Reply.json(Body.MAPPER.createObjectNode()
        .put("messageKey", String.valueOf(correlated.getMessageKey()))
        .put("processInstanceKey", String.valueOf(correlated.getProcessInstanceKey()))
        .put("tenantId", DEFAULT_TENANT));
  }

  private Reply broadcast(final Request request) throws IOException {
    final var body = request.body().only("signalName", "variables", "tenantId");
    body.defaultTenant();
    final var answer = commands.send(ValueType.SIGNAL, SignalIntent.BROADCAST, new SignalRecord()
        .setSignalName(body.text("signalName"))
        .setVariables(body.variables("variables")));
    return Reply.json(Body.MAPPER.createObjectNode()
        .put("signalKey", String.valueOf(answer.key()))
        .put("tenantId", DEFAULT_TENANT));
  }
}
