/** What a page does with a line of server-sent events. */
export interface LineSettings {
  /** By name; each is given what was sent. */
  readonly on: Readonly<Record<string, (data: never) => void>>;
  /** The line is open (again): what was missed meanwhile must be asked for. */
  onOpen: () => void;
  onLost: () => void;
  /** The server ended the line because the session did. */
  onSessionEnd: () => void;
}

/** Pause before a line is opened anew that the browser has given up, milliseconds. */
const PAUSE = 5_000;
/** A line that is silent for this long is dead: the server's heartbeat comes every 15 s. Milliseconds. */
const SILENCE = 40_000;

/**
 * Follows an address of server-sent events until the answered function is called. The browser opens a line again whose
 * end it has noticed. It does not after an answer that is no stream, such as a proxy's 502, and a cut cable it does not
 * notice at all: both are seen to here.
 */
export function followEvents(address: string, { on, onOpen, onLost, onSessionEnd }: LineSettings): () => void {
  let events: EventSource | undefined;
  let timer: number | undefined;
  const hangUp = (): void => {
    clearTimeout(timer);
    events?.close();
  };
  const openIn = (pause: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(open, pause);
  };
  const drop = (): void => {
    hangUp();
    onLost();
    openIn(PAUSE);
  };
  const heard = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(drop, SILENCE);
  };
  function open(): void {
    hangUp();
    // A browser opens few lines to one server: a page that nobody looks at leaves them to others.
    if (document.visibilityState === 'hidden') return;
    events = new EventSource(address);
    heard();
    events.onopen = () => {
      heard();
      onOpen();
    };
    events.onerror = drop;
    events.addEventListener('beat', heard);
    for (const [name, act] of Object.entries(on))
      events.addEventListener(name, ({ data }: MessageEvent<string>) => {
        heard();
        act(JSON.parse(data) as never);
      });
    events.addEventListener('end', ({ data }: MessageEvent<string>) => {
      if ((JSON.parse(data) as { reason: string }).reason !== 'session') return;
      hangUp();
      onSessionEnd();
    });
  }
  const reopen = (): void => openIn(0);
  const leaving = new AbortController();
  window.addEventListener('offline', drop, leaving);
  window.addEventListener('online', reopen, leaving);
  document.addEventListener('visibilitychange', reopen, leaving);
  open();

  return () => {
    hangUp();
    leaving.abort();
  };
}
