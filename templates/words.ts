import Handlebars, { type HelperOptions } from 'handlebars';

import { localTime } from '../domain/local-time.js';

type At = Date | string | undefined | null;

/** What templates may say besides what they are given. Times are written in the document's zone. */
export const words = {
  /** `2019年12月21日`. */
  date: (at: At, options: HelperOptions): string => dateParts(at, options)?.date ?? '',
  /** `2019年12月21日9时05分`. */
  moment: (at: At, options: HelperOptions): string => {
    const parts = dateParts(at, options);

    return parts === undefined ? '' : `${parts.date}${parts.time}`;
  },
  /** Whether something was issued on this day (`2021-01-01`) or later: a paper may not cite a rule that came after it. */
  since: (at: At, day: string, options: HelperOptions): boolean => {
    const { timeZone } = options.data as { timeZone: string };

    return at !== undefined && at !== null && localTime(new Date(at), timeZone).slice(0, 10) >= day;
  },
  /** Lines of a text as paragraphs, each escaped. */
  paragraphs: (text: unknown): Handlebars.SafeString => {
    const lines = typeof text === 'string' ? text.split(/\r?\n/).filter((line) => line.trim() !== '') : [];

    return new Handlebars.SafeString(lines.map((line) => `<p>${Handlebars.escapeExpression(line)}</p>`).join('\n'));
  },
  /** `白城市` and `市督查指挥中心` → `白城市督查指挥中心`: how a body signs towards the outside. */
  fullName: (place: unknown, body: unknown): string => {
    const where = typeof place === 'string' ? place : '';
    const name = typeof body === 'string' ? body : '';

    return where !== '' && name.startsWith(where.slice(-1)) ? `${where}${name.slice(1)}` : name;
  },
  /** What a person wrote, as a sentence: with one full stop at its end, whether they set one or not. */
  sentence: (text: unknown): string => {
    const told = typeof text === 'string' ? text.trim() : '';

    return told === '' || /[。！？!?…]$/u.test(told) ? told : `${told.replace(/[，；、,;.]+$/u, '')}。`;
  },
  /** `一`, `二`: the number of an item in a list, from its `@index`. */
  ordinal: (index: number): string => chineseNumber(index + 1),
  /** One of two words for a yes or a no, 未询问 when nobody asked. */
  yesNo: (value: unknown, yes: string, no: string): string =>
    typeof value === 'boolean' ? (value ? yes : no) : '未询问',
  /** The word for a choice of a form: `{{choose act reply="答复" extend="延期"}}`; a choice without a word stays as it is. */
  choose: (choice: unknown, { hash }: HelperOptions): unknown =>
    (hash as Record<string, unknown>)[String(choice)] ?? choice ?? '',
  /** The first of its values that says something. */
  or: (...values: unknown[]): unknown =>
    values.slice(0, -1).find((value) => value !== undefined && value !== null && value !== ''),
};

function dateParts(at: At, options: HelperOptions): { date: string; time: string } | undefined {
  if (at === undefined || at === null || at === '') return undefined;
  const { timeZone } = options.data as { timeZone: string };
  const [day = '', time = ''] = localTime(new Date(at), timeZone).split(' ');
  const [year, month, date] = day.split('-').map(Number);
  const [hour, minute] = time.split(':');

  return { date: `${year}年${month}月${date}日`, time: `${Number(hour)}时${minute}分` };
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese. */
function chineseNumber(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  if (tens === 0) return DIGITS[ones] ?? '';

  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${DIGITS[ones] ?? ''}`;
}
