package io.huiyin.enginehost.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.huiyin.enginehost.search.Tables;
import io.huiyin.enginehost.search.Where;
import java.io.IOException;

/** User tasks: find them, take them, change them, complete them. */
final class UserTasks {

  private static final String KEY = "userTaskKey";

  private final Commands commands;
  private final Reads reads;

  UserTasks(final Commands commands, final Reads reads) {
    this.commands = commands;
    this.reads = reads;
  }

  void addTo(final Routes routes) {
    routes.add("POST", "/v2/user-tasks/search", request -> reads.search(Tables.USER_TASKS, request));
    routes.add("GET", "/v2/user-tasks/{userTaskKey}", request -> Reply.json(get(request)));
    routes.add("GET", "/v2/user-tasks/{userTaskKey}/form", this::form);
    routes.add("POST", "/v2/user-tasks/{userTaskKey}/variables/search",
        request -> variables(request, VariableScopes.VISIBLE));
    routes.add("POST", "/v2/user-tasks/{userTaskKey}/effective-variables/search",
        request -> variables(request, VariableScopes.EFFECTIVE));
    routes.add("POST", "/v2/user-tasks/{userTaskKey}/completion", this::complete);
    routes.add("POST", "/v2/user-tasks/{userTaskKey}/assignment", this::assign);
    routes.add("DELETE", "/v2/user-tasks/{userTaskKey}/assignee", this::unassign);
    routes.add("PATCH", "/v2/user-tasks/{userTaskKey}", this::update);
  }

  private ObjectNode get(final Request request) {
    return reads.get(Tables.USER_TASKS, "User Task", request.key(KEY));
  }

  private Reply form(final Request request) {
    final var task = get(request);
    if (!task.has("formKey")) {
      return Reply.NO_CONTENT;
    }
    return Reply.json(reads.get(Tables.FORMS, "Form", task.get("formKey").asLong()));
  }

  private Reply variables(final Request request, final String ofTask) throws IOException {
    final var task = get(request);
    final var table = request.isFalse("truncateValues") ? Tables.WHOLE_VARIABLES : Tables.VARIABLES;
    return reads.search(table, request, new Where().and(ofTask, task.get("elementInstanceKey").asLong()));
  }

  private Reply complete(final Request request) throws IOException {
    final var body = request.body().only("variables", "action");
    return send(request, UserTaskIntent.COMPLETE,
        new UserTaskRecord().setVariables(body.variables("variables")).setAction(body.text("action", "")));
  }

  private Reply assign(final Request request) throws IOException {
    final var body = request.body().only("assignee", "allowOverride", "action");
    final var intent = body.flag("allowOverride", true) ? UserTaskIntent.ASSIGN : UserTaskIntent.CLAIM;
    return send(request, intent,
        new UserTaskRecord().setAssignee(body.text("assignee")).setAction(body.text("action", "")));
  }

  private Reply unassign(final Request request) {
    return send(request, UserTaskIntent.ASSIGN, new UserTaskRecord().setAssignee("").setAction("unassign"));
  }

  private Reply update(final Request request) throws IOException {
    final var body = request.body().only("changeset", "action");
    final var changes = body.object("changeset");
    if (changes == null && !body.has("action")) {
      throw Problem.badRequest("changeset and action are missing; at least one of them must be there");
    }
    final var task = new UserTaskRecord().setAction(body.text("action", ""));
    if (changes != null) {
      change(task, changes.only("dueDate", "followUpDate", "candidateUsers", "candidateGroups", "priority"));
    }
    return send(request, UserTaskIntent.UPDATE, task);
  }

  private static void change(final UserTaskRecord task, final Body changes) {
    if (changes.has("dueDate")) {
      task.setDueDate(changes.date("dueDate")).setDueDateChanged();
    }
    if (changes.has("followUpDate")) {
      task.setFollowUpDate(changes.date("followUpDate")).setFollowUpDateChanged();
    }
    if (changes.has("candidateUsers")) {
      task.setCandidateUsersList(changes.texts("candidateUsers")).setCandidateUsersChanged();
    }
    if (changes.has("candidateGroups")) {
      task.setCandidateGroupsList(changes.texts("candidateGroups")).setCandidateGroupsChanged();
    }
    if (changes.has("priority")) {
      task.setPriority((int) changes.number("priority", 50, 0, 100)).setPriorityChanged();
    }
  }

  private Reply send(final Request request, final UserTaskIntent intent, final UserTaskRecord task) {
    final long key = request.key(KEY);
    commands.send(ValueType.USER_TASK, intent, key, task.setUserTaskKey(key));
    return Reply.NO_CONTENT;
  }
}
