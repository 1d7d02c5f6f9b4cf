import { createWriteStream } from 'node:fs';
import type { Output } from './program.js';

interface Sink {
  write(line: string): void;
  close(): void;
}

/** Sends a program's lines to its log file, and those a person should see to the person. */
export const outputSink = (name: string, { logFile, say }: Output): Sink => {
  const file = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
  file?.on('error', (error) => say(`${name}: its log cannot be written (${error.message})`));

  return {
    write: (line) => {
      file?.write(`${line}\n`);
      const message = worthSaying(line);
      if (message !== undefined) say(`${name}: ${message}`);
    },
    close: () => file?.end(),
  };
};

const warning = 40; // pino

/** A warning or an error, in words, of a line of pino, log4j or Python's logging; anything else is undefined. */
export const worthSaying = (line: string): string | undefined => {
  if (line.startsWith('{')) {
    const entry = parse(line);
    if (typeof entry.level !== 'number' || entry.level < warning) return undefined;
    return [entry.msg, reason(entry.err)].filter((part) => typeof part === 'string').join(': ');
  }
  return /^\S{0,30}[ T]?\S{0,20} ?\[?(WARN|WARNING|ERROR|FATAL|CRITICAL)\b/.test(line) ? line : undefined;
};

const parse = (line: string): Record<string, unknown> => {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return {};
  }
};

const reason = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
