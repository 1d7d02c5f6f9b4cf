package io.huiyin.enginehost.grpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UserTaskProperties;
import io.camunda.zeebe.protocol.Protocol;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.value.JobKind;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A job as a gRPC message, with every field filled. */
final class Jobs {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Jobs() {}

  static ActivatedJob activated(final long key, final JobRecord job) {
    final var message =
        ActivatedJob.newBuilder()
            .setKey(key)
            .setType(job.getType())
            .setProcessInstanceKey(job.getProcessInstanceKey())
            .setBpmnProcessId(job.getBpmnProcessId())
            .setProcessDefinitionVersion(job.getProcessDefinitionVersion())
            .setProcessDefinitionKey(job.getProcessDefinitionKey())
            .setElementId(job.getElementId())
            .setElementInstanceKey(job.getElementInstanceKey())
            .setCustomHeaders(Fields.json(job.getCustomHeadersBuffer()))
            .setWorker(job.getWorker())
            .setRetries(job.getRetries())
            .setDeadline(job.getDeadline())
            .setVariables(Fields.json(job.getVariablesBuffer()))
            .setTenantId(job.getTenantId())
            .setKind(ActivatedJob.JobKind.valueOf(job.getJobKind().name()))
            .setListenerEventType(
                ActivatedJob.ListenerEventType.valueOf(job.getJobListenerEventType().name()))
            .addAllTags(job.getTags());
    if (job.getJobKind() == JobKind.TASK_LISTENER) {
      message.setUserTask(userTask(job.getCustomHeaders()));
    }
    return message.build();
  }

  /** The engine hands a listener its user task as text in reserved headers. */
  private static UserTaskProperties userTask(final Map<String, String> headers) {
    final var task = UserTaskProperties.newBuilder();
    set(headers, Protocol.USER_TASK_ACTION_HEADER_NAME, task::setAction);
    set(headers, Protocol.USER_TASK_ASSIGNEE_HEADER_NAME, task::setAssignee);
    set(headers, Protocol.USER_TASK_DUE_DATE_HEADER_NAME, task::setDueDate);
    set(headers, Protocol.USER_TASK_FOLLOW_UP_DATE_HEADER_NAME, task::setFollowUpDate);
    set(headers, Protocol.USER_TASK_CANDIDATE_GROUPS_HEADER_NAME, text -> task.addAllCandidateGroups(list(text)));
    set(headers, Protocol.USER_TASK_CANDIDATE_USERS_HEADER_NAME, text -> task.addAllCandidateUsers(list(text)));
    set(headers, Protocol.USER_TASK_CHANGED_ATTRIBUTES_HEADER_NAME, text -> task.addAllChangedAttributes(list(text)));
    set(headers, Protocol.USER_TASK_FORM_KEY_HEADER_NAME, text -> task.setFormKey(Long.parseLong(text)));
    set(headers, Protocol.USER_TASK_PRIORITY_HEADER_NAME, text -> task.setPriority(Integer.parseInt(text)));
    set(headers, Protocol.USER_TASK_KEY_HEADER_NAME, text -> task.setUserTaskKey(Long.parseLong(text)));
    return task.build();
  }

  private static void set(
      final Map<String, String> headers, final String name, final Consumer<String> setter) {
    final var text = headers.get(name);
    if (text != null && !text.isEmpty()) {
      setter.accept(text);
    }
  }

  private static List<String> list(final String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<String>>() {});
    } catch (final JsonProcessingException e) {
      throw new IllegalStateException("the engine wrote a list that is none: " + json, e);
    }
  }
}
