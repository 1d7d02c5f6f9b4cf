import type { Logger } from 'pino';

import { patientCall } from './call.js';
import { checkHealth } from './check-health.js';
import { openClients, type EngineConfig } from './clients.js';
import { connectDecisions } from './connect-decisions.js';
import { connectDefinitions } from './connect-definitions.js';
import { connectIncidents } from './connect-incidents.js';
import { connectInstances } from './connect-instances.js';
import { connectJobs } from './connect-jobs.js';
import { connectTasks } from './connect-tasks.js';
import { deploy } from './deploy.js';
import type { Engine } from './engine.js';
import { broadcastSignal, publishMessage } from './publish-message.js';

const PATIENCE_MS = 5_000;
/** The answer for a job that is done is worth waiting for: a restart of the engine should not have it done again. */
const ANSWER_PATIENCE_MS = 15_000;
const TIMEOUT_MS = 20_000;
/** A locality's whole folder is parsed in one request. */
const DEPLOY_TIMEOUT_MS = 60_000;
const HEALTH_TIMEOUT_MS = 4_000;

/**
 * Opens the engine's doors: one connection for the whole process, shared by all who need it.
 * Nothing is sent yet: an engine that is away is met by the first call.
 */
export function connectEngine(config: EngineConfig, log: Logger): Engine {
  const { patienceMs = PATIENCE_MS, timeoutMs = TIMEOUT_MS, observe } = config;
  const clients = openClients(config, log);
  const closing = new AbortController();
  const settings = { patienceMs, timeoutMs, closed: closing.signal, observe };
  const { grpc, rest } = clients;
  const call = patientCall(settings);
  const answerCall = patientCall({ ...settings, patienceMs: Math.max(patienceMs, ANSWER_PATIENCE_MS) });
  const deployCall = patientCall({ ...settings, timeoutMs: Math.max(timeoutMs, DEPLOY_TIMEOUT_MS) });
  // a poll is long by nature, and its poller spaces the tries
  const callOnce = patientCall({ ...settings, patienceMs: 0, timeoutMs: undefined });

  return {
    deploy: (resources) => deploy(grpc, deployCall, resources),
    publishMessage: (message) => publishMessage(grpc, call, message),
    broadcastSignal: (signal) => broadcastSignal(grpc, call, signal),
    tasks: connectTasks(clients, call, patienceMs),
    instances: connectInstances(clients, call),
    incidents: connectIncidents(clients, call),
    definitions: connectDefinitions(clients, call),
    decisions: connectDecisions(grpc, call),
    jobs: connectJobs(grpc, callOnce, answerCall),
    clock: {
      pin: (moment) => call('pinClock', () => rest.pinClock({ timestamp: moment.getTime() })),
      reset: () => call('resetClock', () => rest.resetClock()),
    },
    health: () => checkHealth(clients, HEALTH_TIMEOUT_MS),
    close: async () => {
      closing.abort();
      await grpc.close();
    },
  };
}
