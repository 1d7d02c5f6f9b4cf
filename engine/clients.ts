import { Camunda8 } from '@camunda8/sdk';
import type { Logger } from 'pino';

import type { CallObservation } from './call.js';

export interface EngineConfig {
  /** `host:port` for a plain connection, `grpcs://host:port` for TLS. */
  grpcAddress: string;
  /** Without `/v2`, e.g. `http://127.0.0.1:8080`. */
  restAddress: string;
  /** Log-in and TLS by the SDK's own names, e.g. `CAMUNDA_AUTH_STRATEGY`, `ZEEBE_CLIENT_ID`, `CAMUNDA_BASIC_AUTH_USERNAME`. */
  sdk?: Readonly<Record<string, string>>;
  /** How long a call is tried again while the engine is away, default 5 s. */
  patienceMs?: number;
  /** How long one try of a call may take, default 20 s: longer than a cluster waits for slow listeners. */
  timeoutMs?: number;
  /** Told of every call, for metrics. */
  observe?: (observation: CallObservation) => void;
}

type Grpc = ReturnType<Camunda8['getZeebeGrpcApiClient']>;
type Rest = ReturnType<Camunda8['getOrchestrationClusterApiClient']>;

/** The two doors of the engine: gRPC for jobs and what must be quick, REST for user tasks and searches. */
export interface Clients {
  grpc: Grpc;
  rest: Rest;
}

/**
 * The SDK's clients without its own retries, which know no jitter and no end: {@link patientCall} is the one place for them.
 * A dead connection is noticed by a ping after 60 s (a gateway refuses pings more frequent than 30 s).
 */
export function openClients({ grpcAddress, restAddress, sdk = {} }: EngineConfig, log: Logger): Clients {
  const camunda = new Camunda8({
    ...sdk,
    ZEEBE_GRPC_ADDRESS: grpcAddress.includes('://') ? grpcAddress : `grpc://${grpcAddress}`,
    ZEEBE_REST_ADDRESS: restAddress,
    CAMUNDA_LOG_LEVEL: 'error',
    zeebeGrpcSettings: {
      ZEEBE_CLIENT_LOG_LEVEL: 'NONE',
      ZEEBE_GRPC_CLIENT_RETRY: false,
      GRPC_MAX_RECONNECT_BACKOFF_MS: '3000',
      GRPC_KEEPALIVE_TIME_MS: 60_000,
      GRPC_KEEPALIVE_TIMEOUT_MS: 10_000,
    },
  });
  const rest = camunda.getOrchestrationClusterApiClient();
  rest.configure({ config: { CAMUNDA_SDK_HTTP_RETRY_MAX_ATTEMPTS: 1, CAMUNDA_SDK_BACKPRESSURE_PROFILE: 'LEGACY' } });
  log.debug({ grpcAddress, restAddress }, 'engine clients opened');

  return { grpc: camunda.getZeebeGrpcApiClient(), rest };
}
