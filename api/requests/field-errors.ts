import type { ErrorObject } from 'ajv';
import zh from 'ajv-i18n/localize/zh/index.js';
import type { FieldError } from '../contract/problem.js';

// The package is CommonJS and its types say otherwise.
const localizeZh = zh as unknown as (typeof zh)['default'];

const longestFound = 80;

/** Reasons that ajv's own Chinese words do not tell plainly. */
const reasons: Readonly<Record<string, (error: ErrorObject) => string>> = {
  required: () => '必须填写',
  additionalProperties: () => '没有这个字段',
  enum: (error) => `应为以下之一：${valuesOf(error).join('、')}`,
  type: (error) => `类型应为 ${typesOf(error).join(' 或 ')}`,
  minLength: () => '内容太短',
  maxLength: (error) => `最多 ${limitOf(error)} 个字`,
  pattern: (error) => (error.schema === '\\S' ? '不能为空白' : '格式不对'),
};

const formatReasons: Readonly<Record<string, string>> = {
  phone: '不是有效的电话号码',
  date: '应为 2000 至 2199 年间的日期，例如 2019-12-21',
  'date-time': '应为带时区的时间，例如 2019-12-21T09:00:00+08:00',
};

/** What ajv found, one entry a field: JSON pointer, reason in Chinese, what was found, what is allowed. */
export function toFieldErrors(errors: readonly ErrorObject[]): FieldError[] {
  const copies = errors.map((error) => ({ ...error }));
  localizeZh(copies);

  return copies.map((error) => ({
    field: fieldOf(error),
    reason: reasonOf(error),
    ...found(error),
    ...allowed(error),
  }));
}

function fieldOf(error: ErrorObject): string {
  const params = error.params as { missingProperty?: string; additionalProperty?: string };
  const name = params.missingProperty ?? params.additionalProperty;

  return name === undefined ? error.instancePath || '/' : `${error.instancePath}/${escapePointer(name)}`;
}

/** RFC 6901. */
function escapePointer(name: string): string {
  return name.slice(0, longestFound).replaceAll('~', '~0').replaceAll('/', '~1');
}

function reasonOf(error: ErrorObject): string {
  if (error.keyword === 'format') return formatReasons[String(error.schema)] ?? '格式不对';

  return reasons[error.keyword]?.(error) ?? error.message ?? '不符合要求';
}

function found(error: ErrorObject): { found?: unknown } {
  if (error.keyword === 'required' || error.keyword === 'additionalProperties') return {};
  if (/password|code$/i.test(error.instancePath)) return {};
  if (typeof error.data === 'string') return { found: error.data.slice(0, longestFound) };
  if (typeof error.data === 'object' && error.data !== null) {
    return { found: Array.isArray(error.data) ? 'array' : 'object' };
  }

  return { found: error.data };
}

function allowed(error: ErrorObject): { allowed?: unknown } {
  switch (error.keyword) {
    case 'required':
    case 'format':
      return {};
    case 'enum':
      return { allowed: valuesOf(error) };
    case 'additionalProperties':
      return { allowed: Object.keys((error.parentSchema?.['properties'] ?? {}) as object) };
    default:
      return { allowed: error.schema };
  }
}

function valuesOf(error: ErrorObject): string[] {
  return (error.params as { allowedValues: unknown[] }).allowedValues.map(String);
}

function typesOf(error: ErrorObject): string[] {
  return [error.schema].flat().map(String);
}

function limitOf(error: ErrorObject): string {
  return String((error.params as { limit: number }).limit);
}
