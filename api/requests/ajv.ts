import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isPhone } from './formats.js';

/** One checker for all schemas: every error at once, no coercion, unknown keywords are a programmer's mistake. */
export function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true });
  addFormats.default(ajv, ['date-time']);
  ajv.addFormat('phone', isPhone);

  return ajv;
}
