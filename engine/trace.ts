/** What may be said of an error whose text may quote a person's data: what it is and where it arose, never its text. */
export interface Trace {
  name: string;
  code: string | undefined;
  /** Stack frames without the message above them. */
  at: string[];
}

const FRAMES = 8;

export function traceOf(error: unknown): Trace {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, at: [] };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));

  return {
    name: error.name,
    code: typeof code === 'string' || typeof code === 'number' ? String(code) : undefined,
    at: frames.slice(0, FRAMES).map((line) => line.trim()),
  };
}
