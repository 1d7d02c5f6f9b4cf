package io.huiyin.enginehost.zeebe;

import io.camunda.search.clients.SearchClientsProxy;
import io.camunda.security.auth.BrokerRequestAuthorizationConverter;
import io.camunda.security.configuration.SecurityConfiguration;
import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.AccessMetricsConfiguration.Kind;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.ZeebeRocksDbFactory;
import io.camunda.zeebe.engine.Engine;
import io.camunda.zeebe.engine.EngineConfiguration;
import io.camunda.zeebe.engine.processing.EngineProcessors;
import io.camunda.zeebe.engine.processing.message.command.SubscriptionCommandSender;
import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer;
import io.camunda.zeebe.engine.state.clock.DbClockState;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.stream.api.CommandResponseWriter;
import io.camunda.zeebe.stream.api.StreamClock.ControllableStreamClock;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import io.camunda.zeebe.util.FeatureFlags;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Puts Zeebe's classes together for one partition on one machine, without logins. */
final class Parts {

  static final int PARTITION = 1;

  private static final long STATE_MEMORY_BYTES = 256L << 20;

  /** How soon a timer fires once the clock was moved: by itself Zeebe looks once a second. */
  private static final Duration LOOK_AT_CLOCK = Duration.ofMillis(50);

  private Parts() {}

  static ActorScheduler scheduler() {
    return ActorScheduler.newActorScheduler()
        .setCpuBoundActorThreadCount(2)
        .setIoBoundActorThreadCount(1)
        .build();
  }

  static LogStream logStream(
      final LogStorage log, final ControllableStreamClock clock, final int maxBatchBytes) {
    return LogStream.builder()
        .withPartitionId(PARTITION)
        .withLogName("log")
        .withLogStorage(log)
        .withMaxFragmentSize(maxBatchBytes)
        .withClock(clock)
        .withMeterRegistry(noMeters())
        .build();
  }

  static ZeebeDb<ZbColumnFamilies> state(final Path folder) {
    final var configuration = new RocksDbConfiguration().setMemoryLimit(STATE_MEMORY_BYTES).setWalDisabled(true);
    return new ZeebeRocksDbFactory<ZbColumnFamilies>(
            configuration,
            new ConsistencyChecksSettings(true, true),
            new AccessMetricsConfiguration(Kind.NONE, PARTITION),
            Parts::noMeters)
        .createDb(folder.toFile());
  }

  static StreamProcessor processor(
      final LogStream stream,
      final ZeebeDb<ZbColumnFamilies> state,
      final ActorScheduler scheduler,
      final CommandResponseWriter answers,
      final LogStreamWriter writer,
      final JobStreamer jobs,
      final ControllableStreamClock clock,
      final Progress progress) {
    final var sender = new LocalSender(writer);
    final var security = new SecurityConfiguration();
    security.getAuthorizations().setEnabled(false);
    final var engine =
        new Engine(
            context ->
                EngineProcessors.createEngineProcessors(
                    context,
                    1,
                    new SubscriptionCommandSender(PARTITION, sender),
                    sender,
                    FeatureFlags.createDefault(),
                    jobs,
                    SearchClientsProxy.noop(),
                    new BrokerRequestAuthorizationConverter(security)),
            new EngineConfiguration().setEnableIdentitySetup(false),
            security);
    return StreamProcessor.builder()
        .logStream(stream)
        .zeebeDb(state)
        .actorSchedulingService(scheduler)
        .commandResponseWriter(answers)
        .partitionCommandSender(sender)
        .recordProcessors(List.of(engine))
        .listener(progress)
        .addLifecycleListener(progress)
        .clock(clock)
        .setScheduledTaskCheckInterval(LOOK_AT_CLOCK)
        .meterRegistry(noMeters())
        .build();
  }

  /** Zeebe sets its clock from the state before it replays the log, so not by what it replays. */
  static void setClock(
      final ControllableStreamClock clock, final ZeebeDb<ZbColumnFamilies> state) {
    clock.applyModification(new DbClockState(state, state.createContext()).getModification());
  }

  /** Without a registry behind it, it counts nothing and costs next to nothing. */
  private static MeterRegistry noMeters() {
    return new CompositeMeterRegistry();
  }
}
