import type { WebStage } from './stage.js';

/** How often the engine's clock is set, milliseconds: a pinned clock stands still, and timers that follow each other wait for it. */
const every = 500;

/** Lets what is drawn as waiting come about: the engine's clock runs ahead, and goes back to real time afterwards. */
export async function laterInEngine<T>(stage: WebStage, hours: number, then: () => Promise<T>): Promise<T> {
  const ahead = () => clock(stage, 'PUT', '', { timestamp: Date.now() + Math.round(hours * 3_600_000) });
  await ahead();
  let setting = Promise.resolve();
  const timer = setInterval(() => {
    setting = setting.then(ahead);
  }, every);
  try {
    return await then();
  } finally {
    clearInterval(timer);
    await setting;
    await clock(stage, 'POST', '/reset');
  }
}

async function clock({ engine }: WebStage, method: string, path: string, body?: object): Promise<void> {
  const answer = await fetch(`${engine}/v2/clock${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`the engine's clock answers ${answer.status}`);
}
