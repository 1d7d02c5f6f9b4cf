import { styleText } from 'node:util';

import { columnsOf, folded, padded } from './columns.js';
import type { TimelineEntry } from './timeline.js';

/** What the story itself says at a moment. */
export interface Note {
  /** Local time, `2019-12-21 09:02:00`. */
  readonly at: string;
  readonly text: string;
}

const SYSTEM = '系统';
const WEEKDAYS = '日一二三四五六';
const INDENT = '    ';
/** Lines at least this wide are worth folding into. */
const NARROWEST = 30;

/** Lines for a terminal: a heading a day, then time, who, what, and what was said; the notes of the story between them. */
export function printTimeline(
  entries: readonly TimelineEntry[],
  notes: readonly Note[],
  { manyCases, columns }: { manyCases: boolean; columns: number },
): string[] {
  const shown = entries.filter((entry, index) => !entry.inner && !isSame(entry, entries[index - 1]));
  const widths = {
    who: Math.max(SYSTEM.length, ...shown.map(({ who }) => columnsOf(who))),
    what: Math.max(0, ...shown.map(({ what }) => columnsOf(what))),
    columns,
  };
  const lines = [
    ...notes.map((note) => ({ at: note.at, lines: noteLines(note, columns) })),
    ...shown.map((entry) => ({ at: entry.at, lines: entryLines(entry, widths, manyCases) })),
  ].sort((one, other) => one.at.localeCompare(other.at));
  let day = '';

  return lines.flatMap(({ at, lines: told }) => {
    const date = at.slice(0, 10);
    const heading = date === day ? [] : ['', `  ${styleText('bold', `${date} 周${weekdayOf(date)}`)}`];
    day = date;

    return [...heading, ...told];
  });
}

/** Parallel branches may do the same at the same time. */
const isSame = (one: TimelineEntry, other: TimelineEntry | undefined): boolean =>
  (['at', 'caseNumber', 'who', 'what', 'detail'] as const).every((key) => one[key] === other?.[key]);

function entryLines(
  { at, who, what, detail, caseNumber }: TimelineEntry,
  widths: { who: number; what: number; columns: number },
  manyCases: boolean,
): string[] {
  const mark = who === SYSTEM ? styleText('dim', '·') : styleText('green', '●');
  const number = manyCases ? `${caseNumber}  ` : '';
  const left = INDENT.length + 9 + columnsOf(number) + widths.who + 2 + widths.what + 2;
  const [first = '', ...rest] = folded(detail, Math.max(NARROWEST, widths.columns - left));
  const start = `${INDENT}${at.slice(11, 16)}  ${mark} ${styleText('dim', number)}${padded(who, widths.who)}  `;
  const told = first === '' ? what : `${padded(what, widths.what)}  ${styleText('dim', first)}`;

  return [start + told, ...rest.map((line) => ' '.repeat(left) + styleText('dim', line))];
}

const noteLines = ({ at, text }: Note, columns: number): string[] =>
  folded(text, Math.max(NARROWEST, columns - 15)).map((line, index) =>
    styleText('italic', `${INDENT}${index === 0 ? at.slice(11, 16) : '     '}  ${index === 0 ? '※' : ' '} ${line}`),
  );

const weekdayOf = (date: string): string => WEEKDAYS[new Date(`${date}T00:00Z`).getUTCDay()] ?? '';
