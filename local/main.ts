import { accountLines } from './accounts.js';
import { readOptions, type StartOptions, usage } from './options.js';
import { seconds } from './progress.js';
import { root } from './root.js';
import { type Stack, startStack, type Stoppable } from './stack.js';
import { StartFault } from './start-fault.js';

const begin = performance.now();
const say = (line: string): void => console.log(line);
let stopper: Stoppable | undefined;
let stopping: Promise<never> | undefined;

/** Ends everything in order, once. A fault is told before, so that it is not lost among the lines of the stop. */
const stop = (exitCode: number): Promise<never> =>
  (stopping ??= (async () => {
    await stopper?.stop(say).catch((error: unknown) => say(`stopping: ${String(error)}`));
    say('stopped');
    process.exit(exitCode);
  })());

const onSignal = (signal: NodeJS.Signals): void => {
  if (stopping) {
    say('in a hurry: ending everything at once');
    stopper?.kill();
    process.exit(130);
  }
  say(`${signal}: stopping (once more hurries)`);
  void stop(0);
};

const fail = (error: unknown): Promise<never> => {
  if (stopping) return stopping;
  console.error(error instanceof StartFault ? `\n${error.message}` : error);
  return stop(1);
};

const run = async (options: StartOptions): Promise<void> => {
  const stack = await startStack(
    { ...options, root, env: process.env, say, onGiveUp: (fault) => void fail(fault) },
    (handed) => {
      stopper = handed;
    },
  );
  await printReady(stack, options);
};

const printReady = async (stack: Stack, { dataDir, demo }: StartOptions): Promise<void> => {
  say(`
Huiyin 回音 is ready (${seconds(begin)})
  pages      ${stack.url}
  API        ${stack.url}/api/docs
  engine     gRPC ${stack.grpcAddress}, REST ${stack.restAddress}
  data       ${dataDir} (logs in ${dataDir}/logs)
`);
  if (demo) (await accountLines(stack)).forEach(say);
  say('Ctrl-C stops everything; the next start finds all as it was.');
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) say(usage);
  else await run(options);
} catch (error) {
  await fail(error);
}
