import type { ValidateFunction } from 'ajv';
import type { TObject, TSchema } from 'typebox';
import type { Operation } from '../contract/operation.js';
import type { FieldError } from '../contract/problem.js';
import { ProblemError } from '../problems/problem-error.js';
import { createAjv } from './ajv.js';
import { toFieldErrors } from './field-errors.js';
import { findUnfitText } from './plain-text.js';
import { parseQuery } from './query.js';

const mostErrors = 50;

/** What came with a request, before its check. */
export interface Received {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Checks what came against an operation's schemas. @throws ProblemError BAD_INPUT for the body, BAD_QUERY for the address */
export type Check = (received: Received) => Received;

/** Compiles the check of one operation. */
export function createCheck(operation: Operation): Check {
  const ajv = createAjv();
  const params = compile(operation.params);
  const query = compile(operation.query ?? noFields);
  const body = compile(operation.body);

  return (received) => {
    const parsed = parseQuery(received.query, operation.query ?? noFields);
    const misshapen = [...violations(params, received.params), ...inQuery(violations(query, parsed))];
    const errors =
      misshapen.length > 0 ? misshapen : [...findUnfitText(received.params), ...inQuery(findUnfitText(parsed))];
    if (errors.length > 0) throw new ProblemError('BAD_QUERY', '地址或查询条件有误。', errors);
    if (body !== undefined) checkBody(body, received.body);

    return { ...received, query: parsed };
  };

  function compile(schema: TSchema | undefined): ValidateFunction | undefined {
    return schema === undefined ? undefined : ajv.compile(schema);
  }
}

const noFields = { type: 'object', properties: {}, additionalProperties: false } as unknown as TObject;

function checkBody(check: ValidateFunction, body: unknown): void {
  const unfit = findUnfitText(body);
  const errors = unfit.length > 0 ? unfit : violations(check, body);
  if (errors.length > 0) throw new ProblemError('BAD_INPUT', '有内容需要更正，请看各字段的说明。', errors);
}

function violations(check: ValidateFunction | undefined, value: unknown): FieldError[] {
  return check === undefined || check(value) ? [] : toFieldErrors((check.errors ?? []).slice(0, mostErrors));
}

/** A value of the query is named as it stands in an address: `?limit`. */
const inQuery = (errors: readonly FieldError[]): FieldError[] =>
  errors.map((error) => ({ ...error, field: error.field.replace('/', '?') }));
