/**
 * What went wrong, in one word for both doors of the engine.
 *
 * `unavailable`: not reached, or the answer was lost, so the act may have been done. `busy`: refused for load, surely not done.
 * `slow`: a blocking listener took too long, the act may still be done. `conflict`: the thing is in the wrong state.
 */
export type Fault = 'unavailable' | 'busy' | 'slow' | 'not-found' | 'exists' | 'conflict' | 'refused';

/** gRPC status codes (grpc.io, status codes); what is not listed is refused. */
const GRPC: Readonly<Record<number, Fault>> = {
  1: 'unavailable', // CANCELLED
  2: 'unavailable', // UNKNOWN
  4: 'unavailable', // DEADLINE_EXCEEDED: the gateway had no answer from the broker
  5: 'not-found',
  6: 'exists',
  8: 'busy', // RESOURCE_EXHAUSTED
  9: 'conflict', // FAILED_PRECONDITION
  13: 'unavailable', // INTERNAL: also what a broken connection looks like
  14: 'unavailable',
};

const HTTP: Readonly<Record<number, Fault>> = {
  404: 'not-found',
  409: 'conflict',
  429: 'busy',
  502: 'unavailable',
  504: 'slow',
};

interface ClientError {
  code?: unknown;
  status?: unknown;
  name?: unknown;
  title?: unknown;
  detail?: unknown;
  details?: unknown;
  message?: unknown;
}

/** Sorts an error of the Zeebe client by its codes. */
export function faultOf(error: unknown): Fault {
  const { code, status, name, title } = asClientError(error);
  if (typeof status === 'number') return httpFault(status, title);
  if (typeof code === 'number') return GRPC[code] ?? 'refused';

  return name === 'NetworkSdkError' || name === 'CancelSdkError' ? 'unavailable' : 'refused';
}

/** The engine's own words: the detail of its problem+json, or the details of its gRPC status. */
export function reasonOf(error: unknown): string {
  const { detail, details, message } = asClientError(error);

  return (
    ([detail, details, message].find((words) => typeof words === 'string' && words !== '') as string | undefined) ??
    String(error)
  );
}

function httpFault(status: number, title: unknown): Fault {
  if (status === 503 || status === 500) return title === 'RESOURCE_EXHAUSTED' ? 'busy' : 'unavailable';

  return HTTP[status] ?? 'refused';
}

function asClientError(error: unknown): ClientError {
  return typeof error === 'object' && error !== null ? error : {};
}
