import { signalTracked } from './groups.js';
import { seconds } from './progress.js';
import { lastLine, sum } from './test-count.js';
import { type TestPart, testParts, type TestResult } from './test-parts.js';

const run = async (part: TestPart): Promise<TestResult> => {
  const start = performance.now();
  console.log(`\n── ${part.name}`);
  const result = await part.run().catch((error: unknown): TestResult => {
    const failures = error instanceof Error ? error.message : String(error);
    console.error(failures);
    return { passed: 0, failed: 1, skipped: 0, failures };
  });
  console.log(`── ${part.name}: ${lastLine(result)}, ${seconds(start)}`);
  return result;
};

// A part that is told to end stops the servers it started itself; killed, it would leave them behind.
const leaving = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    leaving.abort();
    signalTracked('SIGTERM');
    setTimeout(() => process.exit(130), 10_000).unref();
  });

const begin = performance.now();
const results: (TestResult & { name: string })[] = [];
for (const part of testParts()) {
  results.push({ name: part.name, ...(await run(part)) }); // also after one failed
  if (leaving.signal.aborted) process.exit(130);
}

const total = sum(results);
for (const { name, failed, failures } of results) if (failed > 0) console.log(`\n── failed: ${name}\n${failures}`);
console.log(`\nall parts took ${seconds(begin)}`);
console.log(lastLine(total));
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
