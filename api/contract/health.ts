import { Type, type Static } from 'typebox';
import { Fields, Nullable } from './fields.js';

export const Health = Fields({ status: Type.Literal('up') });
export type Health = Static<typeof Health>;

/** A part that the API needs: whether it answers now, and how long ago it last did (milliseconds, null for never). */
export const Part = Fields({ up: Type.Boolean(), ageMillis: Nullable(Type.Integer()) });
export type Part = Static<typeof Part>;

export const Readiness = Fields({ ready: Type.Boolean(), parts: Fields({ database: Part, engine: Part }) });
export type Readiness = Static<typeof Readiness>;
