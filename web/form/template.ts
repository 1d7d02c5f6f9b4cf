import type { Values } from '../../forms/schema.js';
import { feel } from '../../forms/conditions.js';

/** The text of a display component: `=` a FEEL expression, or words with `{{ }}` around expressions. */
export function textOf(text: string, scope: Values): string {
  if (text.startsWith('=')) return spoken(feel(text.slice(1), scope));

  return text.replaceAll(/\{\{(.+?)\}\}/gs, (_all, expression: string) => escaped(spoken(feel(expression, scope))));
}

const units: Readonly<Record<string, string>> = {
  m: '分钟',
  h: '小时',
  d: '天',
  cd: '个自然日',
  wh: '个工作小时',
  wd: '个工作日',
};

/** A value as people say it: a limit of the tables (`5wd`) in words. */
function spoken(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value)) return value.map(spoken).join('、');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const [, count, unit] = /^(\d+)(m|h|d|cd|wh|wd)$/.exec(text) ?? [];

  return unit === undefined ? text : `${count ?? ''} ${units[unit] ?? unit}`;
}

/** A value is no markdown. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>#|~]/g, '\\$&');
