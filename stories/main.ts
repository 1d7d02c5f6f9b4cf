import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, styleText } from 'node:util';

import { pino } from 'pino';

import { instantOf } from './moment.js';
import { play, type Performance } from './play.js';
import { printPerformance, toJson } from './programme.js';
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
  const [first] = stories;
  if (first === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const log = pino({ level: values.log }, pino.destination(2));
  const localities = [...new Set(stories.map((story) => story.locality))];
  const start = new Date(instantOf(first.when[0]?.at ?? '', 'Asia/Shanghai').getTime() - BEFORE_MS);
  const theatre = await openTheatre({ folder, localities, start, log });
  const performances: Performance[] = [];
  try {
    for (const story of stories) {
      const performance = await play(story, theatre);
      performances.push(performance);
      if (!values.json) await printPerformance(performance, theatre);
    }
    if (values.json) process.stdout.write(`${JSON.stringify(await toJson(performances, theatre), null, 2)}\n`);
  } finally {
    await theatre.close();
  }
  const failed = performances.filter((performance) => !succeeded(performance));
  const sum = `${performances.length - failed.length} passed, ${failed.length} failed`;
  if (!values.json) process.stdout.write(`\n${failed.length === 0 ? sum : styleText('red', sum)}\n`);

  return failed.length === 0 ? 0 : 1;
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
