import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, styleText } from 'node:util';

import { pino, type Logger } from 'pino';

import { loadLocalities } from '../procedures/localities.js';
import { instantOf } from './moment.js';
import { play, type Performance } from './play.js';
import { printPerformance, toJson } from './programme.js';
import { seriesOf } from './series.js';
import { readStories, type Story } from './story.js';
import { openTheatre } from './theatre.js';

const USAGE = `npm run story -- <id…|all> [--json] [--folder bpmn] [--log warn]
  Plays stories on a throw-away system and prints what happened; exit 0 only if everything expected came true.`;

/** How long before the earliest story the clocks are set. */
const BEFORE_MS = 60_000;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, folder: { type: 'string' }, log: { type: 'string', default: 'fatal' } },
  });
  const folder = values.folder ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'bpmn');
  const stories = choose(readStories(folder), positionals);
  if (stories.length === 0) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const log = pino({ level: values.log }, pino.destination(2));
  const localities = loadLocalities(folder);
  const performances: Performance[] = [];
  const data: unknown[] = [];
  for (const series of seriesOf(stories, (locality) => localities.get(locality).timeZone)) {
    const given = await perform(series, { folder, log, asData: values.json === true });
    performances.push(...given.performances);
    data.push(...given.data);
  }
  if (values.json) process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
  const failed = performances.filter((performance) => !succeeded(performance));
  const sum = `${performances.length - failed.length} passed, ${failed.length} failed`;
  if (!values.json) process.stdout.write(`\n${failed.length === 0 ? sum : styleText('red', sum)}\n`);

  return failed.length === 0 ? 0 : 1;
}

/** Plays a series on a stage of its own; prints it as it goes, or gives it as data. */
async function perform(
  stories: readonly Story[],
  { folder, log, asData }: { folder: string; log: Logger; asData: boolean },
): Promise<{ performances: Performance[]; data: unknown[] }> {
  const localities = [...new Set(stories.map((story) => story.locality))];
  const start = new Date(instantOf(stories[0]?.when[0]?.at ?? '', 'Asia/Shanghai').getTime() - BEFORE_MS);
  const theatre = await openTheatre({ folder, localities, start, log });
  const performances: Performance[] = [];
  try {
    for (const story of stories) {
      const performance = await play(story, theatre);
      performances.push(performance);
      if (!asData) await printPerformance(performance, theatre);
    }

    return { performances, data: asData ? await toJson(performances, theatre) : [] };
  } finally {
    await theatre.close();
  }
}

const succeeded = ({ stopped, verdicts }: Performance): boolean =>
  stopped === undefined && verdicts.every((verdict) => verdict.holds);

/** Stories by their ids, earliest first. Thrown Error for an id that no story has. */
function choose(stories: readonly Story[], ids: readonly string[]): Story[] {
  const unknown = ids.filter((id) => id !== 'all' && !stories.some((story) => story.id === id));
  if (unknown.length > 0)
    throw new Error(`no story ${unknown.join(', ')}; there are ${stories.map(({ id }) => id).join(', ')}`);

  return stories.filter((story) => ids.includes('all') || ids.includes(story.id));
}

try {
  process.exit(await main());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
