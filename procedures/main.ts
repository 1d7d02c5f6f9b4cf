import { resolve } from 'node:path';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { readConnections, type Connections } from '../config.js';
import { readRunning } from '../local/running.js';
import { UsageError, usage } from './command-line/usage.js';
import { checkCommand } from './command-line/check-command.js';
import { describeCommand } from './command-line/describe-command.js';
import { listCommand } from './command-line/list-command.js';

const ROOT = resolve(import.meta.dirname, '../bpmn');

const OPTIONS = {
  tag: { type: 'string' },
  why: { type: 'string' },
  by: { type: 'string' },
  root: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Exit code: 0 done, 1 refused or faults found, 2 asked the wrong way. */
async function run(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(argv);
  const [command, locality] = positionals;
  if (values.help === true || command === undefined) {
    console.log(usage);

    return command === undefined && values.help !== true ? 2 : 0;
  }
  const root = values.root === undefined ? ROOT : resolve(values.root);
  if (command === 'list') return listCommand(root);
  if (command === 'describe') return describeCommand(root);
  if (command === 'check') return checkCommand(root, locality ?? 'all', values.json === true);
  // Only these need the engine's client and the database's, which take seconds to load.
  if (command === 'publish') {
    const { publishCommand } = await import('./command-line/publish-command.js');
    const { tag, why, by = userInfo().username } = values;

    return publishCommand(root, { locality, tag, why, by }, connections);
  }
  if (command === 'history') {
    const { historyCommand } = await import('./command-line/history-command.js');

    return historyCommand(root, locality, connections);
  }
  throw new UsageError(`没有“${command}”这个命令`);
}

/** Of the environment, else of the system that `npm start` runs here. */
function connections(): Connections {
  const { DATA_DIR, MONGODB_URI } = process.env;
  const running = MONGODB_URI === undefined ? readRunning(DATA_DIR) : process.env;
  if (running['MONGODB_URI'] === undefined)
    throw new Error(
      '没有找到正在运行的系统：先在另一个窗口 npm start，或用 MONGODB_URI、ZEEBE_GRPC_ADDRESS、ZEEBE_REST_ADDRESS 指明',
    );

  return readConnections({ ...running, ...process.env });
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch {
    throw new UsageError(`参数写得不对：${argv.join(' ')}`);
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  if (error instanceof UsageError) console.error(`\n${usage}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
