import { pino, type DestinationStream, type Logger } from 'pino';

/** Fields that hold, or may quote, a person's data; whatever logs them, they do not get out. */
const PERSONAL = ['name', 'phone', 'caller', 'text', 'title', 'address', 'submission', 'data', 'variables', 'opinion'];

/**
 * The log of a process, the same for all: JSON lines with case number and job key. Personal fields are struck out at the top and one level down, and of
 * an error only its kind, code and place are kept, since its message may quote what a person wrote.
 */
export function openLog(level: string, base: object, destination?: DestinationStream): Logger {
  const options = {
    level,
    base,
    redact: { paths: PERSONAL.flatMap((field) => [field, `*.${field}`]), censor: '[struck out]' },
    serializers: { err: errorFacts },
  };

  return destination === undefined ? pino(options) : pino(options, destination);
}

/** What a log may say of an error. */
export function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const stack = error.stack?.split('\n').filter((line) => line.startsWith('    at '));

  return { type: error.name, code, stack: stack?.slice(0, 8).join('\n') };
}
