import { seconds } from './progress.js';
import { type Count, lastLine, sum } from './test-count.js';
import { testParts } from './test-parts.js';

/** Runs every part, also after one failed, and ends with the line that sums them up. */
const run = async (): Promise<Count> => {
  const counts: Count[] = [];
  for (const part of testParts()) {
    const start = performance.now();
    console.log(`\n── ${part.name}`);
    const count = await part.run().catch((error: unknown): Count => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    console.log(`── ${part.name}: ${lastLine(count)}, ${seconds(start)}`);
    counts.push(count);
  }
  return sum(counts);
};

// Leaving this way kills every group of processes that a part started (groups.ts).
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const begin = performance.now();
const total = await run();
console.log(`\nall parts took ${seconds(begin)}`);
console.log(lastLine(total));
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
