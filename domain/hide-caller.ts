import { literal } from './literal.js';

/** Who complained, as it may stand in a text: told to nobody of the unit that is complained about. */
export interface CallerTraces {
  readonly names: readonly string[];
  /** E.164 or as told. */
  readonly phones: readonly string[];
  /** Whatever else gives them away, e.g. the address. */
  readonly others: readonly string[];
}

/** Stands where something was taken out. */
export const HIDDEN = '〔已隐去〕';

/** What stands after a surname for a whole name, stars of a mask too. */
const TITLES = String.raw`(?:\*+|女士|先生|小姐|师傅|阿姨|大爷|大妈|大姐|大哥|老师|同志|某某|某)`;
const COMPOUND_SURNAMES = '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 夏侯 端木'.split(' ');
/** Any mobile number: a caller may have told a second one. Within a longer row of digits, as an id has, it is none. */
const MOBILE = String.raw`(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)`;

/** Takes every trace of the caller out of the texts of a value, at any depth; the value keeps its shape. */
export function hideCaller(traces: CallerTraces): <T>(value: T) => T {
  const pattern = new RegExp(patternsOf(traces).join('|'), 'gu');
  const hide = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(pattern, HIDDEN);
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;

    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, hide(field)]));
  };

  return <T>(value: T) => hide(value) as T;
}

function patternsOf({ names, phones, others }: CallerTraces): string[] {
  const words = [...names, ...others].map((word) => word.trim()).filter(({ length }) => length > 1);

  return [
    ...words.sort((one, other) => other.length - one.length).map(literal),
    ...names.flatMap((name) => (name.trim() === '' ? [] : [`${literal(surnameOf(name.trim()))}${TITLES}`])),
    ...phones.flatMap(phonePattern),
    MOBILE,
  ];
}

/** The digits of a number however they were grouped, with or without the country's prefix; masked ones as they are. */
function phonePattern(phone: string): string[] {
  if (phone.includes('*')) return [literal(phone)];
  const digits = phone.replace(/^\+86/, '').replaceAll(/\D/g, '');

  return digits.length < 5 ? [] : [digits.split('').join(String.raw`[\s-]*`)];
}

function surnameOf(name: string): string {
  return COMPOUND_SURNAMES.find((surname) => name.startsWith(surname)) ?? name.slice(0, 1);
}
