import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSession, type ApiBench } from './workbench.js';
import { until } from '../support/until.js';

export interface Told {
  event: string;
  data: unknown;
}

export interface EventReader {
  readonly told: readonly Told[];
  /** The server ended the stream. */
  readonly ended: boolean;
  /** Resolves with the first event, from here on, that is what is looked for. */
  next(event: string, holds?: (data: never) => boolean): Promise<unknown>;
  close(): void;
}

/** A board's events as a page gets them, over a real connection. */
export async function readEvents({ app, deps }: ApiBench, userId: string, path: string): Promise<EventReader> {
  const token = await startSession(deps, userId);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const leaving = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    signal: leaving.signal,
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  const told: Told[] = [];
  let ended = false;
  void read(answer, told).then(
    () => (ended = true),
    () => undefined,
  );
  let seen = 0;

  return {
    told,
    get ended() {
      return ended;
    },
    next: async (event, holds = () => true) => {
      let found = -1;
      await until(() => {
        found = told.findIndex((each, at) => at >= seen && each.event === event && holds(each.data as never));
        return found >= 0;
      });
      seen = found + 1;

      return told[found]!.data;
    },
    close: () => {
      leaving.abort();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function read(answer: Response, told: Told[]): Promise<void> {
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(
    new TextDecoderStream() as never,
  ) as unknown as AsyncIterable<string>) {
    text += chunk;
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const event = /^event: (.+)$/m.exec(part)?.[1];
      const data = /^data: (.+)$/m.exec(part)?.[1];
      if (event !== undefined && data !== undefined) told.push({ event, data: JSON.parse(data) });
    }
  }
}
