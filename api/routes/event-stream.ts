import type { Response } from 'express';

/** How often a stream shows that it lives, milliseconds: proxies cut what is silent for a minute, pages after 40 s. */
const BEAT = 15_000;

export interface EventStream {
  send(event: string, data: unknown): void;
  /** Tells why, and that the page need not come back by itself. */
  end(reason: 'session' | 'stopping'): void;
  /** Called with every heartbeat; one at a time. */
  onBeat(act: () => Promise<void>): void;
  onClose(act: () => void): void;
}

const open = new Set<EventStream>();

/** Ends all streams of this process, so that a stop need not wait for pages that stay open. */
export function endEventStreams(): void {
  for (const stream of open) stream.end('stopping');
}

/** Answers with server-sent events until the page goes, or the stream is ended. */
export function openEventStream(response: Response, beatMs = BEAT): EventStream {
  response.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform', // not compressed: that would hold back what is sent
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  response.write('retry: 3000\n\n');
  const closing: (() => void)[] = [];
  let beat: (() => Promise<void>) | undefined;
  let beating = false;
  const timer = setInterval(() => {
    stream.send('beat', {}); // an event, not a comment: a page cannot hear those
    if (beating || beat === undefined) return;
    beating = true;
    void beat().finally(() => (beating = false));
  }, beatMs);
  const stream: EventStream = {
    send: (event, data) => {
      if (!response.writableEnded) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    end: (reason) => {
      stream.send('end', { reason });
      response.end();
    },
    onBeat: (act) => (beat = act),
    onClose: (act) => closing.push(act),
  };
  open.add(stream);
  response.once('close', () => {
    clearInterval(timer);
    open.delete(stream);
    for (const act of closing) act();
  });

  return stream;
}
