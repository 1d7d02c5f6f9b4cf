import type { EngineClock } from './clock.js';
import type { Decisions } from './decisions.js';
import type { Definitions } from './definitions.js';
import type { Deployment, Resource } from './deployments.js';
import type { Incidents } from './incidents.js';
import type { Instances } from './instances.js';
import type { Jobs } from './jobs.js';
import type { Message, Signal } from './messages.js';
import type { UserTasks } from './user-tasks.js';

/** Whether each door of the engine answers; `fault` says why not. */
export interface EngineHealth {
  ok: boolean;
  version: string | undefined;
  grpc: { ok: boolean; millis: number; fault?: string };
  rest: { ok: boolean; millis: number; fault?: string };
}

/**
 * The process engine, a Camunda 8.8+ cluster or the embedded host: the one door to it.
 *
 * Calls are tried again for a few seconds while the engine is away or too busy, then throw EngineUnavailableError;
 * every error is an EngineError.
 */
export interface Engine {
  /** Takes all resources or none. Thrown DeploymentRefusedError with the engine's reasons. The same bytes make no new version. */
  deploy(resources: readonly Resource[]): Promise<Deployment>;
  /** Resolves also when this `messageId` was sent before. */
  publishMessage(message: Message): Promise<void>;
  broadcastSignal(signal: Signal): Promise<void>;
  readonly tasks: UserTasks;
  readonly instances: Instances;
  readonly incidents: Incidents;
  readonly definitions: Definitions;
  readonly decisions: Decisions;
  readonly clock: EngineClock;
  readonly jobs: Jobs;
  health(): Promise<EngineHealth>;
  close(): Promise<void>;
}
