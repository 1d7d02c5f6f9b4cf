import { styleText } from 'node:util';

import type { Performance } from './play.js';
import { printTimeline, timelineOf, type TimelineEntry } from './timeline.js';
import type { Theatre } from './theatre.js';

/** Prints a story's course and what did not come true. */
export async function printPerformance(performance: Performance, theatre: Theatre): Promise<void> {
  const { story, verdicts, stopped, cases } = performance;
  const locality = theatre.localities.get(story.locality);
  const entries = await course(performance, theatre);
  const wrong = verdicts.filter((verdict) => !verdict.holds);
  const good = stopped === undefined && wrong.length === 0;
  const lines = [
    '',
    `${styleText(good ? 'green' : 'red', good ? '✔' : '✘')} ${styleText('bold', `${story.id}  ${story.title}`)} · ${locality.name}`,
    ...(story.source === undefined ? [] : [`  ${styleText('dim', story.source)}`]),
    ...printTimeline(entries, cases.size > 1),
    '',
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

async function course({ story, cases }: Performance, theatre: Theatre): Promise<TimelineEntry[]> {
  const steps = await Promise.all([...cases.values()].map((caseNumber) => theatre.models.steps.ofCase(caseNumber)));

  return timelineOf(steps.flat(), theatre.localities.get(story.locality).timeZone);
}
