import type { Engine } from '../engine/engine.js';
import type { Models } from '../models/open-models.js';
import type { Part, Readiness } from './contract/health.js';

const patienceMillis = 3_000;

/** Asks the parts that the API needs, each with a time limit, and remembers when each last answered. */
export function createReadiness({ models, engine }: { models: Models; engine: Engine }): () => Promise<Readiness> {
  const database = watch(() => models.ping());
  const process = watch(async () => {
    const { ok, grpc, rest } = await engine.health();
    if (!ok) throw new Error(grpc.fault ?? rest.fault);
  });

  return async () => {
    const [databasePart, enginePart] = await Promise.all([database(), process()]);

    return { ready: databasePart.up && enginePart.up, parts: { database: databasePart, engine: enginePart } };
  };
}

function watch(ask: () => Promise<void>): () => Promise<Part> {
  let answeredAt: number | undefined;

  return async () => {
    const up = await inTime(ask);
    if (up) answeredAt = performance.now();

    return { up, ageMillis: answeredAt === undefined ? null : Math.round(performance.now() - answeredAt) };
  };
}

/** Whether it succeeds in time; a part that is away is an answer, not a fault. */
async function inTime(ask: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patienceMillis, false);
  });
  const answered = ask().then(
    () => true,
    () => false,
  );
  const up = await Promise.race([answered, limit]);
  clearTimeout(timer);

  return up;
}
