import type { Clients } from './clients.js';
import type { EngineHealth } from './engine.js';
import { reasonOf } from './fault.js';

type Door = EngineHealth['grpc'];

/** Asks both doors at once and never throws: a health check that fails is an answer. */
export async function checkHealth({ grpc, rest }: Clients, timeoutMs: number): Promise<EngineHealth> {
  let version: string | undefined;
  const [grpcDoor, restDoor] = await Promise.all([
    knock(timeoutMs, async () => {
      version = (await grpc.topology()).gatewayVersion;
    }),
    knock(timeoutMs, () => rest.getTopology()),
  ]);

  return { ok: grpcDoor.ok && restDoor.ok, version, grpc: grpcDoor, rest: restDoor };
}

async function knock(timeoutMs: number, ask: () => Promise<unknown>): Promise<Door> {
  const started = performance.now();
  const fault = await Promise.race([
    ask().then(
      () => undefined,
      (error: unknown) => reasonOf(error),
    ),
    new Promise<string>((resolve) => {
      setTimeout(resolve, timeoutMs, `no answer within ${timeoutMs} ms`).unref();
    }),
  ]);
  const millis = Math.round(performance.now() - started);

  return fault === undefined ? { ok: true, millis } : { ok: false, millis, fault };
}
