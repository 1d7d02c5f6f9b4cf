import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { TSchema } from 'typebox';
import { shown, type LocalityFault } from './locality-faults.js';

const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
const compiled = new WeakMap<TSchema, ValidateFunction>();

/** Every place where data does not have the shape of its schema; empty when it has. */
export function shapeFaults(schema: TSchema, data: unknown, file: string): LocalityFault[] {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  if (validate(data)) return [];

  return (validate.errors ?? []).filter(isNews).map((error) => faultOf(error, file));
}

/** An `anyOf` or `allOf` repeats what its parts have said. */
function isNews({ keyword }: ErrorObject): boolean {
  return !['allOf', 'if'].includes(keyword);
}

function faultOf(error: ErrorObject, file: string): LocalityFault {
  const params = error.params as Record<string, unknown>;
  const path = jsonPath(error.instancePath);
  if (error.keyword === 'additionalProperties')
    return { file, path: `${path}.${String(params['additionalProperty'])}`, found: '未知字段', allowed: '不写此字段' };
  if (error.keyword === 'required')
    return { file, path: `${path}.${String(params['missingProperty'])}`, found: '（无）', allowed: '必填' };

  return { file, path, found: shown(error.data), allowed: allowedBy(error, params) };
}

const TYPES: Record<string, string> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
};

function allowedBy({ keyword, parentSchema, message }: ErrorObject, params: Record<string, unknown>): string {
  const limit = String(params['limit']);
  const description = (parentSchema as { description?: string } | undefined)?.description;
  const sentences: Record<string, () => string> = {
    enum: () => `以下之一：${(params['allowedValues'] as unknown[]).join('、')}`,
    const: () => JSON.stringify(params['allowedValue']),
    type: () => TYPES[String(params['type'])] ?? String(params['type']),
    pattern: () => description ?? `符合 ${String(params['pattern'])}`,
    minLength: () => `至少 ${limit} 个字`,
    maxLength: () => `至多 ${limit} 个字`,
    minItems: () => `至少 ${limit} 项`,
    maxItems: () => `至多 ${limit} 项`,
    minimum: () => `不小于 ${limit}`,
    maximum: () => `不大于 ${limit}`,
    anyOf: () => '所列写法之一',
  };

  return sentences[keyword]?.() ?? message ?? keyword;
}

/** `/units/3/parent` → `$.units[3].parent`. */
function jsonPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : `${path}.${part}`), '$');
}
