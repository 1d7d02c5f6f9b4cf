import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, styleText } from 'node:util';

import { pino } from 'pino';

import { loadLocalities } from '../procedures/localities.js';
import { printPerformance, succeeded, toJson } from './programme.js';
import { playSeason } from './season.js';
import { readStories, type Story } from './story.js';

const USAGE = `npm run story -- <id…|all> [--brief] [--json] [--folder bpmn] [--log warn]
  Plays stories on a throw-away system and prints what happened; exit 0 only if everything expected came true.
  --brief tells the course only of stories where something did not come true.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      brief: { type: 'boolean', default: false },
      folder: { type: 'string' },
      log: { type: 'string', default: 'fatal' },
    },
  });
  const folder = values.folder ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'bpmn');
  const stories = choose(readStories(folder), positionals);
  if (stories.length === 0) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const log = pino({ level: values.log }, pino.destination(2));
  const localities = loadLocalities(folder);
  const asData = values.json === true;
  const played = await playSeason(stories, { folder, localities, log }, async (performance, theatre) => {
    const isGood = succeeded(performance);
    if (!asData) await printPerformance(performance, theatre, { whole: !values.brief || !isGood });

    return { isGood, data: asData ? await toJson(performance, theatre) : undefined };
  });
  if (asData)
    process.stdout.write(
      `${JSON.stringify(
        played.map(({ data }) => data),
        null,
        2,
      )}\n`,
    );
  const failed = played.filter(({ isGood }) => !isGood).length;
  const sum = `${played.length - failed} passed, ${failed} failed`;
  if (!asData) process.stdout.write(`\n${failed === 0 ? sum : styleText('red', sum)}\n`);

  return failed === 0 ? 0 : 1;
}

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
