import { StartFault } from '../local/start-fault.js';
import { EXPECTED, runBench } from './bench.js';
import { Closing } from './closing.js';
import { measureLists } from './lists.js';
import { type Options, readOptions, USAGE } from './options.js';
import { listTable, table } from './table.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const closing = new Closing();

let stopping: Promise<void> | undefined;

/** Once stops in order; a second time, as a hurried Ctrl-C or a wrapper's repeated signal, ends all at once. */
function stop(signal: NodeJS.Signals): void {
  if (stopping !== undefined) process.exit(130); // kills what still runs
  say(`${signal}: stopping`);
  stopping = closing.close().finally(() => process.exit(130));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

/** The lists without the engines, which take most of the time. */
async function listsAlone({ json, sizes }: Options): Promise<void> {
  const lists = await measureLists(sizes, say, closing).finally(() => closing.close());
  const told = json ? JSON.stringify(lists, null, 2) : listTable(lists, EXPECTED.listP50).join('\n');
  process.stdout.write(`${told}\n`);
}

async function main(options: Options): Promise<void> {
  if (options.lists) return listsAlone(options);
  const figures = await runBench({ options, say, closing, hostJar: process.env.ENGINE_JAR });
  if (options.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  else process.stdout.write(`\n${table(figures).join('\n')}\n`);
}

function optionsOrUsage(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    say(`${(error as Error).message}\n${USAGE}`);
    process.exit(2);
  }
}

const options = optionsOrUsage();
if (options.help) process.stdout.write(`${USAGE}\n`);
else
  try {
    await main(options);
  } catch (error) {
    say(error instanceof StartFault ? error.message : String(error));
    process.exitCode = 1;
  }
if (stopping === undefined) process.exit(); // the throw-away database ends with the process
