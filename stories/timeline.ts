import { styleText } from 'node:util';
import type { StepDocument } from '../models/steps.js';
import { localTime } from './moment.js';

/** One line of a story's course. */
export interface TimelineEntry {
  /** Local time, `2019-12-21 09:02:00`. */
  readonly at: string;
  readonly caseNumber: string;
  readonly who: string;
  /** The diagram's own label, else the act. */
  readonly what: string;
  readonly act: string;
  readonly detail: string;
}

/** The course of a story's cases by the record, in the order of time. */
export function timelineOf(steps: readonly StepDocument[], timeZone: string): TimelineEntry[] {
  return [...steps]
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map((step) => ({
      at: localTime(step.at, timeZone),
      caseNumber: step.caseNumber,
      who: step.by.name,
      what: step.element?.label ?? ACTS[step.act] ?? step.act,
      act: step.act,
      detail: detailOf(step.data),
    }));
}

/** Lines for a terminal: a heading a day, then time, who, what. */
export function printTimeline(entries: readonly TimelineEntry[], manyCases: boolean): string[] {
  const widest = Math.max(8, ...entries.map((entry) => width(entry.who)));
  let day = '';

  return entries.flatMap((entry) => {
    const [date = '', time = ''] = entry.at.split(' ');
    const heading = date === day ? [] : ['', `  ${styleText('bold', date)}`];
    day = date;
    const number = manyCases ? `${styleText('dim', entry.caseNumber)}  ` : '';
    const mark = entry.who === '系统' ? styleText('dim', '·') : styleText('green', '●');
    const detail = entry.detail === '' ? '' : `  ${styleText('dim', entry.detail)}`;

    return [...heading, `    ${time.slice(0, 5)}  ${mark} ${number}${pad(entry.who, widest)}  ${entry.what}${detail}`];
  });
}

const ACTS: Record<string, string> = { 'register-case': '登记' };

/** Numbers, choices and dates of a step, on one line. */
function detailOf(data: Record<string, unknown>): string {
  return Object.entries(data)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join(' · ')
    .slice(0, 100);
}

/** Columns a text takes in a terminal: Chinese signs take two. */
const width = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);

const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));
