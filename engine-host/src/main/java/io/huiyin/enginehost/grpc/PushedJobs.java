package io.huiyin.enginehost.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;
import io.grpc.stub.ServerCallStreamObserver;
import io.huiyin.enginehost.JobListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open stream of jobs. */
record PushedJobs(
    JobActivationProperties properties, ServerCallStreamObserver<ActivatedJob> client)
    implements JobListener {

  private static final Logger LOG = LoggerFactory.getLogger(PushedJobs.class);

  @Override
  public boolean isReady() {
    return client.isReady() && !client.isCancelled();
  }

  @Override
  public boolean push(final long jobKey, final JobRecord job) {
    synchronized (client) {
      if (client.isCancelled()) {
        return false;
      }
      try {
        client.onNext(Jobs.activated(jobKey, job));
        return true;
      } catch (final RuntimeException e) {
        LOG.warn("job {} could not be pushed: {}", jobKey, e.getMessage());
        return false;
      }
    }
  }
}
