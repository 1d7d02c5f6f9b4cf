import { availableParallelism } from 'node:os';
import { signalTracked } from './groups.js';
import { seconds } from './progress.js';
import { sideBySide } from './side-by-side.js';
import { takeTurns } from './take-turns.js';
import { lastLine, sum } from './test-count.js';
import { type TestPart, testParts, type TestResult } from './test-parts.js';

/** Parts that run at the same time: each waits for its systems more than it computes. */
const AT_ONCE = Math.min(3, availableParallelism());

interface PartResult extends TestResult {
  name: string;
}

const beginTurn = takeTurns((text) => void process.stdout.write(text));

const run = async ({ name, run: runPart }: TestPart): Promise<PartResult> => {
  const { say, end } = beginTurn();
  const start = performance.now();
  say(`\n── ${name}\n`);
  const result = await runPart(say).catch((error: unknown): TestResult => {
    const failures = error instanceof Error ? error.message : String(error);
    say(`${failures}\n`);
    return { passed: 0, failed: 1, skipped: 0, failures };
  });
  say(`── ${name}: ${lastLine(result)}, ${seconds(start)}\n`);
  end();
  return { name, ...result };
};

// Parts that are told to end stop the servers they started themselves; killed, they would leave them behind.
const leaving = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    leaving.abort();
    signalTracked('SIGTERM');
    setTimeout(() => process.exit(130), 10_000).unref();
  });

const begin = performance.now();
const results = await sideBySide(await testParts(), AT_ONCE, (part) =>
  leaving.signal.aborted ? Promise.resolve(undefined) : run(part),
);
if (leaving.signal.aborted) process.exit(130);

const done = results.flatMap((result) => result ?? []);
const total = sum(done);
for (const { name, failed, failures } of done) if (failed > 0) console.log(`\n── failed: ${name}\n${failures}`);
console.log(`\nall parts took ${seconds(begin)}`);
console.log(lastLine(total));
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
