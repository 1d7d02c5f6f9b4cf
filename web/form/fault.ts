import { labelOf, type FormComponent, type FormOption } from './schema.js';
import { isEmpty } from './visible.js';

/** Why a value cannot be handed in, in Chinese; undefined when it can. The server checks again, by the same rules. */
export function faultOf(
  component: FormComponent,
  value: unknown,
  options: readonly FormOption[] = [],
): string | undefined {
  if (isEmpty(value) || (component.type === 'checkbox' && value === false))
    return component.validate?.required === true ? `请填写“${labelOf(component)}”` : undefined;
  switch (component.type) {
    case 'textfield':
    case 'textarea':
      return textFault(component, value);
    case 'number':
      return numberFault(component, value);
    case 'checkbox':
      return typeof value === 'boolean' ? undefined : '应为是或否';
    case 'select':
    case 'radio':
      return isOption(options, value) ? undefined : '请从列表中选择';
    case 'checklist':
    case 'taglist':
      return Array.isArray(value) && value.every((one) => isOption(options, one)) ? undefined : '请从列表中选择';
    case 'datetime':
      return dateFault(component, value);
    case 'filepicker':
      return filesFault(value);
    default:
      return undefined;
  }
}

const isOption = (options: readonly FormOption[], value: unknown): boolean =>
  options.some((option) => option.value === value);

function textFault({ validate = {} }: FormComponent, value: unknown): string | undefined {
  if (typeof value !== 'string') return '应为文字';
  const { minLength = 0, maxLength = 10_000, pattern, validationType } = validate;
  if (value.length < minLength) return `至少 ${minLength} 个字，现在 ${value.length} 个`;
  if (value.length > maxLength) return `最多 ${maxLength} 个字，现在 ${value.length} 个`;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return '格式不符';
  if (validationType === 'phone' && !/^\+?[\d\s()-]{3,20}$/.test(value)) return '请填写电话号码';
  if (validationType === 'email' && !/^\S+@\S+\.\S+$/.test(value)) return '请填写电子邮箱';

  return undefined;
}

function numberFault({ validate = {}, decimalDigits }: FormComponent, value: unknown): string | undefined {
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
  if (!Number.isFinite(number)) return '请填写数字';
  if (validate.min !== undefined && number < validate.min) return `不能小于 ${validate.min}`;
  if (validate.max !== undefined && number > validate.max) return `不能大于 ${validate.max}`;
  if (decimalDigits !== undefined && Number(number.toFixed(decimalDigits)) !== number)
    return decimalDigits === 0 ? '请填写整数' : `最多 ${decimalDigits} 位小数`;

  return undefined;
}

const dates: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^([01]\d|2[0-3]):[0-5]\d/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/,
};

function dateFault({ subtype = 'datetime' }: FormComponent, value: unknown): string | undefined {
  if (typeof value !== 'string' || dates[subtype]?.test(value) !== true) return '不是有效的日期或时间';

  return subtype === 'time' || !Number.isNaN(Date.parse(value)) ? undefined : '没有这一天';
}

const filesFault = (value: unknown): string | undefined =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? undefined : '请重新上传文件';
