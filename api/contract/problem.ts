import { Type, type Static } from 'typebox';
import { Fields } from './fields.js';

/** One field that was wrong: where it stands (JSON pointer), why, what was found and what is allowed. */
export const FieldError = Fields({
  field: Type.String({ description: 'JSON pointer into the body, or ?name of a query value' }),
  reason: Type.String(),
  found: Type.Optional(Type.Unknown()),
  allowed: Type.Optional(Type.Unknown()),
});
export type FieldError = Static<typeof FieldError>;

/** Every answer that is not a success (RFC 9457): words in Chinese for people, `code` for programs. */
export const Problem = Fields({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  instance: Type.String(),
  code: Type.String({ description: 'stable, in English' }),
  errors: Type.Array(FieldError),
  reference: Type.Optional(Type.String({ description: 'of a fault: stands in the log of the server' })),
});
export type Problem = Static<typeof Problem>;
