import { EngineRefusedError } from './errors.js';

/** The 8.8 schema marks fields optional that every engine sends; one that is absent after all is said by name. */
export function present<T>(value: T | null | undefined, field: string): T {
  if (value === undefined || value === null)
    throw new EngineRefusedError(`the engine's answer lacks ${field}`, 'refused');

  return value;
}

/** Empty text and null are how the engine says "not set". */
export function optional(value: string | null | undefined): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : value;
}
