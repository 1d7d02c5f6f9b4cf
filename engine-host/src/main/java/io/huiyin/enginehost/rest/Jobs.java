package io.huiyin.enginehost.rest;

import static io.camunda.zeebe.util.buffer.BufferUtil.wrapString;

import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.huiyin.enginehost.Engine;
import io.huiyin.enginehost.JobRequest;
import io.huiyin.enginehost.search.Tables;
import java.io.IOException;
import java.util.HashSet;

/** Jobs: take them and say how they went. */
final class Jobs {

  private static final String KEY = "jobKey";

  private final Engine engine;
  private final Commands commands;
  private final Reads reads;

  Jobs(final Engine engine, final Commands commands, final Reads reads) {
    this.engine = engine;
    this.commands = commands;
    this.reads = reads;
  }

  void addTo(final Routes routes) {
    routes.add("POST", "/v2/jobs/activation", this::activate);
    routes.add("POST", "/v2/jobs/search", request -> reads.search(Tables.JOBS, request));
    routes.add("POST", "/v2/jobs/{jobKey}/completion", this::complete);
    routes.add("POST", "/v2/jobs/{jobKey}/failure", this::fail);
    routes.add("POST", "/v2/jobs/{jobKey}/error", this::throwError);
    routes.add("PATCH", "/v2/jobs/{jobKey}", this::update);
  }

  private Reply activate(final Request request) throws IOException {
    final var body = request.body().only("type", "worker", "timeout", "maxJobsToActivate", "fetchVariable",
        "requestTimeout", "tenantIds");
    final var wanted = new JobRequest(
        body.text("type"),
        body.text("worker", ""),
        body.requiredNumber("timeout", 1, Long.MAX_VALUE),
        (int) body.requiredNumber("maxJobsToActivate", 1, Integer.MAX_VALUE),
        body.texts("fetchVariable"),
        body.texts("tenantIds"),
        body.number("requestTimeout", 0, Long.MIN_VALUE, Long.MAX_VALUE));
    final var batch = Commands.await(engine.jobs().activate(wanted));
    return Reply.json(ActivatedJobs.json(batch)).whenUndelivered(() -> engine.jobs().handBack(batch));
  }

  private Reply complete(final Request request) throws IOException {
    final var body = request.body().only("variables", "result");
    final var job = new JobRecord().setVariables(body.variables("variables"));
    final var result = body.object("result");
    if (result != null) {
      job.setResult(JobResults.read(result));
    }
    return send(request, JobIntent.COMPLETE, job);
  }

  private Reply fail(final Request request) throws IOException {
    final var body = request.body().only("retries", "errorMessage", "retryBackOff", "variables");
    return send(request, JobIntent.FAIL, new JobRecord()
        .setRetries((int) body.number("retries", 0, 0, Integer.MAX_VALUE))
        .setErrorMessage(body.text("errorMessage", ""))
        .setRetryBackoff(body.number("retryBackOff", 0, 0, Long.MAX_VALUE))
        .setVariables(body.variables("variables")));
  }

  private Reply throwError(final Request request) throws IOException {
    final var body = request.body().only("errorCode", "errorMessage", "variables");
    return send(request, JobIntent.THROW_ERROR, new JobRecord()
        .setErrorCode(wrapString(body.text("errorCode")))
        .setErrorMessage(body.text("errorMessage", ""))
        .setVariables(body.variables("variables")));
  }

  private Reply update(final Request request) throws IOException {
    final var body = request.body().only("changeset", "operationReference");
    body.operationReference();
    final var changes = body.object("changeset");
    if (changes == null || (!changes.has("retries") && !changes.has("timeout"))) {
      throw Problem.badRequest("changeset must have retries, timeout or both");
    }
    changes.only("retries", "timeout");
    final var job = new JobRecord();
    final var changed = new HashSet<String>();
    if (changes.has("retries")) {
      job.setRetries((int) changes.number("retries", 0, 1, Integer.MAX_VALUE));
      changed.add(JobRecord.RETRIES);
    }
    if (changes.has("timeout")) {
      job.setTimeout(changes.number("timeout", 0, 0, Long.MAX_VALUE));
      changed.add(JobRecord.TIMEOUT);
    }
    return send(request, JobIntent.UPDATE, job.setChangedAttributes(changed));
  }

  private Reply send(final Request request, final JobIntent intent, final JobRecord job) {
    commands.send(ValueType.JOB, intent, request.key(KEY), job);
    return Reply.NO_CONTENT;
  }
}
