package io.huiyin.enginehost.grpc;

import static io.camunda.zeebe.util.buffer.BufferUtil.wrapString;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutRequest;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResult;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultActivateElement;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultCorrections;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobResultType;
import java.util.ArrayList;

/** The commands on one job. */
final class JobCommands {

  private JobCommands() {}

  static Command complete(final CompleteJobRequest request) {
    final var job = new JobRecord().setVariables(Fields.variables(request.getVariables()));
    if (request.hasResult()) {
      job.setResult(result(request.getResult()));
    }
    return command(JobIntent.COMPLETE, request.getJobKey(), job);
  }

  static Command fail(final FailJobRequest request) {
    return command(
        JobIntent.FAIL,
        request.getJobKey(),
        new JobRecord()
            .setRetries(request.getRetries())
            .setRetryBackoff(request.getRetryBackOff())
            .setErrorMessage(request.getErrorMessage())
            .setVariables(Fields.variables(request.getVariables())));
  }

  static Command throwError(final ThrowErrorRequest request) {
    return command(
        JobIntent.THROW_ERROR,
        request.getJobKey(),
        new JobRecord()
            .setErrorCode(wrapString(request.getErrorCode()))
            .setErrorMessage(request.getErrorMessage())
            .setVariables(Fields.variables(request.getVariables())));
  }

  static Command updateRetries(final UpdateJobRetriesRequest request) {
    return command(
        JobIntent.UPDATE_RETRIES,
        request.getJobKey(),
        new JobRecord().setRetries(request.getRetries()));
  }

  static Command updateTimeout(final UpdateJobTimeoutRequest request) {
    return command(
        JobIntent.UPDATE_TIMEOUT,
        request.getJobKey(),
        new JobRecord().setTimeout(request.getTimeout()));
  }

  private static Command command(final JobIntent intent, final long key, final JobRecord job) {
    return new Command(ValueType.JOB, intent, key, job);
  }

  private static JobResult result(final GatewayOuterClass.JobResult from) {
    final var result =
        new JobResult()
            .setType(JobResultType.from(from.getType()))
            .setDenied(from.getDenied())
            .setDeniedReason(from.getDeniedReason())
            .setCompletionConditionFulfilled(from.getIsCompletionConditionFulfilled())
            .setCancelRemainingInstances(from.getIsCancelRemainingInstances());
    for (final var element : from.getActivateElementsList()) {
      result.addActivateElement(
          new JobResultActivateElement()
              .setElementId(element.getElementId())
              .setVariables(Fields.variables(element.getVariables())));
    }
    if (from.hasCorrections()) {
      correct(result, from.getCorrections());
    }
    return result;
  }

  /** A field that is there, even if empty, is a correction; one that is not is left as it is. */
  private static void correct(
      final JobResult result, final GatewayOuterClass.JobResultCorrections from) {
    final var corrections = new JobResultCorrections();
    final var corrected = new ArrayList<String>();
    if (from.hasAssignee()) {
      corrections.setAssignee(from.getAssignee());
      corrected.add(UserTaskRecord.ASSIGNEE);
    }
    if (from.hasDueDate()) {
      corrections.setDueDate(from.getDueDate());
      corrected.add(UserTaskRecord.DUE_DATE);
    }
    if (from.hasFollowUpDate()) {
      corrections.setFollowUpDate(from.getFollowUpDate());
      corrected.add(UserTaskRecord.FOLLOW_UP_DATE);
    }
    if (from.hasCandidateUsers()) {
      corrections.setCandidateUsersList(from.getCandidateUsers().getValuesList());
      corrected.add(UserTaskRecord.CANDIDATE_USERS);
    }
    if (from.hasCandidateGroups()) {
      corrections.setCandidateGroupsList(from.getCandidateGroups().getValuesList());
      corrected.add(UserTaskRecord.CANDIDATE_GROUPS);
    }
    if (from.hasPriority()) {
      corrections.setPriority(from.getPriority());
      corrected.add(UserTaskRecord.PRIORITY);
    }
    result.setCorrections(corrections).setCorrectedAttributes(corrected);
  }
}
