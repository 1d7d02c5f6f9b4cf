import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isDay, isPhone } from './formats.js';

const written = addFormats.default.get('date-time') as { validate: (text: string) => boolean };

/** A leap second (`23:59:60`) is written well, and yet no moment that a program can count with. */
const isMoment = (text: string): boolean => written.validate(text) && !Number.isNaN(Date.parse(text));

/** One checker for all schemas: every error at once, no coercion, unknown keywords are a programmer's mistake. */
export function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true });
  ajv.addFormat('date-time', isMoment);
  ajv.addFormat('date', isDay);
  ajv.addFormat('phone', isPhone);

  return ajv;
}
