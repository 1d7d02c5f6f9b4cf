import type { Request, Response } from 'express';
import type { Person } from '../policies/person.js';
import type { createIdentify } from '../session/identify.js';
import { openEventStream, type EventStream } from './event-stream.js';

interface Asked {
  person: Person;
  request: Request;
  response: Response;
}

/** Server-sent events for one person; they end with the session. `onBeat` is called while it holds. */
export function openSessionStream(
  { person, request, response }: Asked,
  { identify, beatMs }: { identify: ReturnType<typeof createIdentify>; beatMs: number | undefined },
  onBeat: () => void = () => undefined,
): EventStream {
  const stream = openEventStream(response, beatMs);
  stream.onBeat(async () => {
    const holds = await identify(request, false).then(
      (found) => found?.userId === person.userId,
      () => false,
    );
    if (holds) onBeat();
    else stream.end('session');
  });

  return stream;
}
