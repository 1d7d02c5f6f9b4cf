import { Type, type TSchema } from 'typebox';

/** Largest page that a list gives. */
export const maxPageSize = 100;

/** A moment: ISO 8601 with offset, for example `2019-12-21T09:00:00+08:00`. */
export const Moment = Type.String({ format: 'date-time', description: 'ISO 8601 with offset' });

/** A day from 2000 to 2199, for example `2019-12-21`. */
export const Day = Type.String({ format: 'date', description: 'YYYY-MM-DD, 2000 to 2199' });

/** An id of a locality, unit, category, kind, channel, line or form: kebab-case ASCII. */
export const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 64 });

export const UserId = Type.String({ pattern: '^[a-z0-9][a-z0-9.-]*$', maxLength: 160 });

/** Of a case number, e.g. `BC-20191221-0001`. */
export const caseNumberPattern = '^[A-Z]{2,8}-[0-9]{8}-[0-9]{4,8}$';
export const CaseNumber = Type.String({ pattern: caseNumberPattern });

/** Key of a user task, process instance or incident: the engine's number, written as a string. */
export const EngineKey = Type.String({ pattern: '^[0-9]{1,19}$' });

/** A line of free text, of one character that is not blank at least. */
export const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

/** A value that is always there, and null where there is nothing to tell. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** An object that refuses fields it does not know. */
export const Fields = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

/** What every list takes beside its filters. */
export const paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 1 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: maxPageSize, default: 20 })),
};

/** One page of a list; `more`: there are more than `total`, for rows are not counted without end. */
export const Page = <T extends TSchema>(item: T) =>
  Fields({
    items: Type.Array(item),
    page: Type.Integer(),
    limit: Type.Integer(),
    total: Type.Integer(),
    more: Type.Boolean(),
  });

/** One choice of a list: what is shown and what is sent. */
export const Option = Fields({ label: Type.String(), value: Type.String() });
