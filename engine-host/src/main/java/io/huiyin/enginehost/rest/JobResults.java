package io.huiyin.enginehost.rest;

import io.camunda.zeebe.protocol.impl.record.value.job.JobResult;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultActivateElement;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultCorrections;
import io.camunda.zeebe.protocol.record.value.JobResultType;
import java.util.ArrayList;

/** What a job says beyond its variables: a listener refuses or corrects, an ad-hoc subprocess goes on. */
final class JobResults {

  private JobResults() {}

  static JobResult read(final Body result) {
    final var type = result.text("type", "userTask");
    return switch (type) {
      case "userTask" -> ofListener(result);
      case "adHocSubProcess" -> ofAdHocSubProcess(result);
      default -> result.wrong("type", "userTask or adHocSubProcess");
    };
  }

  private static JobResult ofListener(final Body given) {
    given.only("type", "denied", "deniedReason", "corrections");
    final var result = new JobResult()
        .setType(JobResultType.USER_TASK)
        .setDenied(given.flag("denied", false))
        .setDeniedReason(given.text("deniedReason", ""));
    final var corrections = given.object("corrections");
    if (corrections != null) {
      correct(result, corrections);
    }
    return result;
  }

  private static void correct(final JobResult result, final Body given) {
    given.only("assignee", "dueDate", "followUpDate", "candidateUsers", "candidateGroups", "priority");
    final var corrections = new JobResultCorrections();
    final var corrected = new ArrayList<String>();
    given.json().fieldNames().forEachRemaining(name -> {
      if (given.has(name)) {
        corrected.add(name + (name.startsWith("candidate") ? "List" : ""));
      }
    });
    corrections.setAssignee(given.text("assignee", ""))
        .setDueDate(given.date("dueDate"))
        .setFollowUpDate(given.date("followUpDate"))
        .setCandidateUsersList(given.texts("candidateUsers"))
        .setCandidateGroupsList(given.texts("candidateGroups"))
        .setPriority((int) given.number("priority", -1, 0, 100));
    result.setCorrections(corrections).setCorrectedAttributes(corrected);
  }

  private static JobResult ofAdHocSubProcess(final Body given) {
    given.only("type", "activateElements", "isCompletionConditionFulfilled", "isCancelRemainingInstances");
    final var result = new JobResult()
        .setType(JobResultType.AD_HOC_SUB_PROCESS)
        .setCompletionConditionFulfilled(given.flag("isCompletionConditionFulfilled", false))
        .setCancelRemainingInstances(given.flag("isCancelRemainingInstances", false));
    for (final var element : given.objects("activateElements")) {
      element.only("elementId", "variables");
      result.addActivateElement(new JobResultActivateElement()
          .setElementId(element.text("elementId"))
          .setVariables(element.variables("variables")));
    }
    return result;
  }
}
