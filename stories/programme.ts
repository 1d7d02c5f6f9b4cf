import { styleText } from 'node:util';

import { outcomeWord, stageWords } from '../web/texts/words.js';
import type { Performance } from './play.js';
import { spanWords } from './moment.js';
import { printTimeline } from './print-timeline.js';
import { timelineOf, type TimelineEntry } from './timeline.js';
import type { Theatre } from './theatre.js';

/** As wide as a page that is read without a terminal. */
const PIPED_COLUMNS = 140;

export const succeeded = ({ stopped, verdicts }: Performance): boolean =>
  stopped === undefined && verdicts.every((verdict) => verdict.holds);

/** Prints a story's course and what did not come true; only its name when it need not be told `whole`. */
export async function printPerformance(
  performance: Performance,
  theatre: Theatre,
  { whole }: { whole: boolean },
): Promise<void> {
  const { story, verdicts, notes, stopped, cases } = performance;
  const locality = theatre.localities.get(story.locality);
  const entries = await course(performance, theatre);
  const wrong = verdicts.filter((verdict) => !verdict.holds);
  const good = succeeded(performance);
  const name = `${styleText(good ? 'green' : 'red', good ? '✔' : '✘')} ${styleText('bold', `${story.id}  ${story.title}`)} · ${locality.name}`;
  if (!whole) {
    process.stdout.write(`${name}\n`);
    return;
  }
  const lines = [
    '',
    name,
    ...(story.source === undefined ? [] : [`  ${styleText('dim', story.source)}`]),
    ...printTimeline(entries, notes, {
      manyCases: cases.size > 1,
      columns: process.stdout.isTTY ? process.stdout.columns : PIPED_COLUMNS,
    }),
    '',
    ...(await endings([...new Set(cases.values())], theatre)),
    `  ${verdicts.length - wrong.length} of ${verdicts.length} expectations came true`,
    ...wrong.flatMap(({ at, expected, found }) => [
      styleText('red', `  ✘ ${at}  expected ${expected}`),
      styleText('red', `    ${' '.repeat(at.length)}found    ${found}`),
    ]),
    ...(stopped === undefined ? [] : [styleText('red', `  ✘ stopped: ${stopped}`)]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The same as data. */
export const toJson = async (performance: Performance, theatre: Theatre): Promise<Record<string, unknown>> => ({
  id: performance.story.id,
  title: performance.story.title,
  locality: performance.story.locality,
  cases: Object.fromEntries(performance.cases),
  timeline: await course(performance, theatre),
  verdicts: performance.verdicts,
  stopped: performance.stopped ?? null,
});

const course = ({ story, cases }: Performance, theatre: Theatre): Promise<TimelineEntry[]> =>
  timelineOf([...new Set(cases.values())], theatre.models, theatre.localities.get(story.locality));

/** How each case ended and how long it took. */
const endings = async (caseNumbers: readonly string[], { models }: Theatre): Promise<string[]> => {
  const found = await Promise.all(caseNumbers.map((caseNumber) => models.cases.find(caseNumber)));

  return found
    .filter((one) => one !== null)
    .map(({ _id, stage, outcome, registeredAt, closedAt }) =>
      closedAt === undefined || outcome === undefined
        ? `  ${_id} · ${stageWords[stage]}`
        : `  ${_id} · ${outcomeWord(outcome)} · 历时${spanWords(closedAt.getTime() - registeredAt.getTime())}`,
    );
};
