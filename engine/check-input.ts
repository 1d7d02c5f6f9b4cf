import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import zh from 'ajv-i18n/localize/zh/index.js';
import type { TObject } from 'typebox';

import type { Variables } from './variables.js';

export type CheckedInput = { ok: true; input: Variables } | { ok: false; faults: string[] };

export type CheckInput = (variables: Variables) => CheckedInput;

// a CommonJS package whose types speak of a default export that is not there
const inChinese = zh as unknown as (typeof zh)['default'];

const ajv = new Ajv({ allErrors: true, verbose: true, coerceTypes: false });
addFormats.default(ajv);

const TYPES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  integer: '整数',
  boolean: '是/否',
  array: '列表',
  object: '数据组',
  null: '空',
};

/**
 * Checks the variables of a job against what its handler needs. Nothing is coerced: what the diagram passes on is said as it is.
 * An optional variable that is null counts as absent, for FEEL has no other word for it.
 * The faults are Chinese and name the variable, what was found and what is allowed.
 */
export function inputCheck(schema: TObject): CheckInput {
  const validate: ValidateFunction = ajv.compile(schema);
  const required = new Set<string>(schema.required as string[] | undefined);

  return (variables) => {
    const names = isOpen(schema) ? Object.keys(variables) : Object.keys(schema.properties);
    const input = Object.fromEntries(
      names
        .filter((name) => name in variables && (required.has(name) || variables[name] !== null))
        .map((name) => [name, variables[name]]),
    );
    if (validate(input)) return { ok: true, input };
    const errors = validate.errors ?? [];
    inChinese(errors);
    const told = errors.filter((error) => !isBranch(error));

    return { ok: false, faults: [...new Set(told.map(say))] };
  };
}

/** Whether a handler takes every variable of its scope, whatever a process owner called it. */
export const isOpen = (schema: TObject & { additionalProperties?: unknown }): boolean =>
  schema.additionalProperties === true;

/** The single branches of a choice say nothing that the choice itself does not say better. */
function isBranch({ schemaPath }: ErrorObject): boolean {
  return /\/anyOf\/\d+\//u.test(schemaPath);
}

function say(error: ErrorObject): string {
  const name = variableName(error.instancePath);
  if (error.keyword === 'required') return `缺少变量「${join(name, String(error.params['missingProperty']))}」`;
  const allowed = allowedBy(error);
  if (allowed !== undefined) return `变量「${name}」应为${allowed},实际为${found(error.data)}`;

  return `变量「${name}」${error.message ?? '不符合要求'},实际为${found(error.data)}`;
}

function allowedBy({ keyword, params, schema }: ErrorObject): string | undefined {
  if (keyword === 'type')
    return [params['type'] as string | string[]]
      .flat()
      .map((type) => TYPES[type] ?? type)
      .join('或');
  if (keyword === 'enum') return oneOf(params['allowedValues'] as unknown[]);
  if (keyword === 'const') return JSON.stringify(params['allowedValue']);
  if (keyword === 'anyOf') return oneOf((schema as { const?: unknown; type?: string }[]).map(branch));

  return undefined;
}

function branch(option: { const?: unknown; type?: string }): unknown {
  return option.const ?? TYPES[option.type ?? ''] ?? option.type;
}

function oneOf(values: readonly unknown[]): string {
  return `以下之一:${values.map(String).join('、')}`;
}

function found(value: unknown): string {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const text = JSON.stringify(value) as string | undefined;

  return `${TYPES[type] ?? type} ${(text ?? '').slice(0, 80)}`.trim();
}

function variableName(instancePath: string): string {
  return instancePath.split('/').slice(1).join('.');
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
