import type { FormComponent, FormOption } from './schema.js';

/** Longest text where a form sets no limit of its own. */
const LONGEST = 10_000;
const MOST_FILES = 20;

/** What is wrong with a value, in words to stand under its field or behind its name. */
export interface ValueFault {
  what: string;
  found?: unknown;
  allowed?: unknown;
}

/** Why a value cannot be taken, or undefined when it can. `options` is undefined for a list that is checked elsewhere. */
export function valueFault(
  component: FormComponent,
  value: unknown,
  options: readonly FormOption[] | undefined,
): ValueFault | undefined {
  switch (component.type) {
    case 'textfield':
    case 'textarea':
      return textFault(component, value);
    case 'number':
      return numberFault(component, value);
    case 'checkbox':
      return typeof value === 'boolean' ? undefined : say('应为是或否', value, [true, false]);
    case 'select':
    case 'radio':
      return choiceFault(component, value, options);
    case 'checklist':
    case 'taglist':
      return choicesFault(component, value, options);
    case 'datetime':
      return datetimeFault(component, value);
    case 'filepicker':
      return filesFault(component, value);
    default:
      return undefined;
  }
}

// What a person wrote is not repeated: it may be personal.
function textFault(component: FormComponent, value: unknown) {
  if (typeof value !== 'string') return say('应为文本', typeof value, '文本');
  const { minLength = 0, maxLength = LONGEST, pattern, validationType } = component.validate ?? {};
  const { length } = value;
  if (length < minLength) return say(`至少 ${minLength} 字，实际 ${length} 字`, length, minLength);
  if (length > maxLength) return say(`最多 ${maxLength} 字，实际 ${length} 字`, length, maxLength);
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return say('格式不符', undefined, pattern);
  if (validationType === 'phone' && !/^\+?[\d\s()-]{3,20}$/.test(value))
    return say('应为电话号码', undefined, '电话号码');
  if (validationType === 'email' && !/^\S+@\S+\.\S+$/.test(value)) return say('应为电子邮箱', undefined, '电子邮箱');

  return undefined;
}

function numberFault(component: FormComponent, value: unknown) {
  const wanted = component.serializeToString === true ? 'string' : 'number';
  const number = typeof value === wanted ? Number(value) : NaN;
  if (!Number.isFinite(number)) return say('应为数字', shown(value), '数字');
  const { min = -Infinity, max = Infinity } = component.validate ?? {};
  if (number < min) return say(`不能小于 ${min}`, number, min);
  if (number > max) return say(`不能大于 ${max}`, number, max);
  const digits = component.decimalDigits;
  if (digits !== undefined && Number(number.toFixed(digits)) !== number)
    return say(digits === 0 ? '应为整数' : `最多 ${digits} 位小数`, number, digits);

  return undefined;
}

function choiceFault(component: FormComponent, value: unknown, options: readonly FormOption[] | undefined) {
  if (typeof value !== 'string') return say('应从列表中选择一项', shown(value), values(options));
  if (options === undefined || options.some((option) => option.value === value)) return undefined;

  return say('不在可选项中', shown(value), values(options));
}

function choicesFault(component: FormComponent, value: unknown, options: readonly FormOption[] | undefined) {
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string'))
    return say('应为选项的列表', shown(value), values(options));
  const unknown = value.filter((entry) => options?.some((option) => option.value === entry) === false);
  if (unknown.length > 0) return say('含有不在可选项中的值', shown(unknown), values(options));
  if (new Set(value).size < value.length) return say('有重复的选项', shown(value), '每项一次');

  return undefined;
}

const FORMATS: Record<string, { pattern: RegExp; allowed: string }> = {
  date: { pattern: /^\d{4}-\d{2}-\d{2}$/, allowed: 'YYYY-MM-DD' },
  time: { pattern: /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}:\d{2})?$/, allowed: 'HH:MM' },
  datetime: {
    pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/,
    allowed: 'YYYY-MM-DDTHH:MM:SS+08:00',
  },
};

function datetimeFault(component: FormComponent, value: unknown) {
  const format = FORMATS[component.subtype ?? 'datetime'];
  const wellFormed = typeof value === 'string' && format?.pattern.test(value) === true;
  if (wellFormed && (component.subtype === 'time' || isDay(value))) return undefined;

  return say('不是有效的日期或时间', shown(value), format?.allowed);
}

/** `2025-02-30` is written well and yet no day. */
function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  const at = new Date(`${day}T00:00:00Z`);

  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) && !Number.isNaN(Date.parse(text));
}

function filesFault(component: FormComponent, value: unknown) {
  const files = Array.isArray(value) ? (value as unknown[]) : [];
  const known = Array.isArray(value) && files.every((file) => typeof file === 'string' && file !== '');
  if (!known || new Set(files).size < files.length) return say('应为已上传的文件', typeof value, '文件编号的列表');
  const most = component.multiple === true ? MOST_FILES : 1;
  if (files.length > most) return say(`最多 ${most} 个文件，实际 ${files.length} 个`, files.length, most);

  return undefined;
}

const say = (what: string, found: unknown, allowed: unknown): ValueFault => ({ what, found, allowed });

function shown(value: unknown): string {
  return (JSON.stringify(value) as string | undefined)?.slice(0, 80) ?? typeof value;
}

function values(options: readonly FormOption[] | undefined): unknown {
  return options?.slice(0, 50).map(({ value }) => value);
}
