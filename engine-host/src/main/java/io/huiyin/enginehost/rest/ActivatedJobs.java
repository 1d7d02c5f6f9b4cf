package io.huiyin.enginehost.rest;

import static io.camunda.zeebe.protocol.Protocol.RESERVED_HEADER_NAME_PREFIX;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.record.value.JobKind;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.Map;

/** Jobs as a worker gets them. */
final class ActivatedJobs {

  private ActivatedJobs() {}

  static ObjectNode json(final JobBatchRecord batch) {
    final var body = Body.MAPPER.createObjectNode();
    final var jobs = body.putArray("jobs");
    final var keys = batch.getJobKeys();
    final var values = batch.getJobs();
    for (int i = 0; i < keys.size(); i++) {
      jobs.add(job(keys.get(i), values.get(i)));
    }
    return body;
  }

  private static ObjectNode job(final long key, final JobRecordValue it) {
    final var job = Body.MAPPER.createObjectNode()
        .put("jobKey", String.valueOf(key))
        .put("type", it.getType())
        .put("processDefinitionId", it.getBpmnProcessId())
        .put("processDefinitionVersion", it.getProcessDefinitionVersion())
        .put("processDefinitionKey", String.valueOf(it.getProcessDefinitionKey()))
        .put("processInstanceKey", String.valueOf(it.getProcessInstanceKey()))
        .put("elementId", it.getElementId())
        .put("elementInstanceKey", String.valueOf(it.getElementInstanceKey()))
        .put("worker", it.getWorker())
        .put("retries", it.getRetries())
        .put("deadline", it.getDeadline())
        .put("tenantId", it.getTenantId())
        .put("kind", it.getJobKind().name())
        .put("listenerEventType", it.getJobListenerEventType().name());
    job.set("customHeaders", Body.MAPPER.valueToTree(it.getCustomHeaders()));
    job.set("variables", Body.MAPPER.valueToTree(it.getVariables()));
    job.set("tags", Body.MAPPER.valueToTree(it.getTags()));
    if (it.getJobKind() == JobKind.TASK_LISTENER) {
      job.set("userTask", userTask(it.getCustomHeaders()));
    }
    return job;
  }

  /** The engine tells a listener about its task in reserved headers. */
  private static ObjectNode userTask(final Map<String, String> headers) {
    final var task = Body.MAPPER.createObjectNode();
    for (final var name : new String[] {"action", "assignee", "formKey", "userTaskKey"}) {
      final var value = headers.get(RESERVED_HEADER_NAME_PREFIX + name);
      if (value != null && !value.isEmpty()) {
        task.put(name, value);
      }
    }
    for (final var name : new String[] {"dueDate", "followUpDate"}) {
      final var value = headers.get(RESERVED_HEADER_NAME_PREFIX + name);
      if (value != null && !value.isEmpty()) {
        task.put(name, inUtc(value));
      }
    }
    for (final var name : new String[] {"candidateGroups", "candidateUsers", "changedAttributes", "priority"}) {
      final var value = headers.get(RESERVED_HEADER_NAME_PREFIX + name);
      if (value != null && !value.isEmpty()) {
        addJson(task, name, value);
      }
    }
    return task;
  }

  /** As in searches: a client that takes only times with Z takes these too. */
  private static String inUtc(final String date) {
    try {
      return ZonedDateTime.parse(date).toInstant().toString();
    } catch (final DateTimeException e) {
      return date;
    }
  }

  private static void addJson(final ObjectNode task, final String name, final String value) {
    try {
      task.set(name, Body.MAPPER.readTree(value));
    } catch (final JsonProcessingException e) {
      task.put(name, value);
    }
  }
}
