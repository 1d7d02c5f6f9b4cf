import { parseArgs } from 'node:util';

import type { ListSizes } from './lists.js';

export const USAGE = `npm run bench -- [--quick] [--json] [--lists]
  Measures engine, case path, latency and lists on throw-away systems and prints a table.
  --quick   small numbers: shows that it works, measures little
  --json    the same as data
  --lists   the lists alone`;

/** How much is measured. */
export interface Sizes extends ListSizes {
  /** Instances that stand at a user task while the engines are measured. */
  waiting: number;
  /** Rounds an engine, seconds a round, instances under way at once. */
  rounds: number;
  seconds: number;
  window: number;
  /** Cases a round at full speed, rounds, registrations under way at once. */
  cases: number;
  caseRounds: number;
  callers: number;
  /** Cases beforehand, which are not counted. */
  warmUp: number;
  /** Cases a second at the steady pace, and for how many seconds. */
  pace: number;
  steadySeconds: number;
}

const FULL: Sizes = {
  waiting: 5_000,
  rounds: 5,
  seconds: 5,
  window: 128,
  cases: 150,
  caseRounds: 3,
  callers: 16,
  warmUp: 150,
  pace: 5,
  steadySeconds: 30,
  listed: 100_000,
  listedOpen: 5_000,
  asks: 40,
  askSeconds: 8,
};

const QUICK: Sizes = {
  ...FULL,
  waiting: 100,
  rounds: 1,
  seconds: 2,
  window: 16,
  cases: 20,
  caseRounds: 1,
  warmUp: 20,
  steadySeconds: 10,
  listed: 2_000,
  listedOpen: 200,
  asks: 5,
};

export interface Options {
  json: boolean;
  quick: boolean;
  help: boolean;
  /** Only the lists. */
  lists: boolean;
  sizes: Sizes;
}

/** Thrown TypeError for an option that does not exist. */
export function readOptions(args: readonly string[]): Options {
  const options = {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    lists: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false, short: 'h' },
  } as const;
  const { json, quick, help, lists } = parseArgs({ args: [...args], options }).values;

  return { json, quick, help, lists, sizes: quick ? QUICK : FULL };
}
