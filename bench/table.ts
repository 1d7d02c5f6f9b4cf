import type { Figures } from './bench.js';
import type { EngineName, EngineRate } from './engine-rates.js';
import type { Spread } from './figures.js';
import type { ListFigures, ListTimes } from './lists.js';

const NAMES: Record<EngineName, string> = {
  group: 'our host, durable commits',
  none: 'our host, without (bench only)',
  shipped: "vendor's test engine as shipped",
};

/** The figures for a person, a line each. */
export function table({ quick, machine, engine, cases, latency, lists, expected }: Figures): string[] {
  const { processors, memoryGib, node, java, database, load } = machine;
  const { groupToNone, groupToShipped } = engine.ratios;
  const rates = Object.entries(engine.engines) as [EngineName, EngineRate][];

  return [
    `${processors} processors, ${memoryGib} GiB, Node ${node}, Java ${java}, ${database}; load ${load.before} before, ${load.after} after`,
    ...(quick ? ['--quick: it shows that the bench works, its numbers mean little'] : []),
    '',
    `Engine: three empty jobs, ${engine.waiting} instances waiting; median (least to most) of ${engine.rounds} rounds of ${engine.secondsPerRound} s`,
    ...rates.map(([name, rate]) => line(NAMES[name], `${spread(rate.instancesPerSecond)} instances/s${cost(rate)}`)),
    line(
      'durable : without',
      `${spread(groupToNone)}   ${judged(groupToNone.median >= expected.groupToNone, `≥ ${expected.groupToNone}`)}`,
    ),
    line(
      'durable : shipped',
      `${spread(groupToShipped)}   ${judged(groupToShipped.median >= expected.groupToShipped, `≥ ${expected.groupToShipped}`)}`,
    ),
    '',
    `Cases: registered, taken, task in the database; ${cases.rounds} rounds of ${cases.casesPerRound}, a process each for engine, database, API, workers`,
    line('at full speed', `${spread(cases.casesPerSecond)} cases/s, ${cases.toInstances} of the instances/s`),
    '',
    `Waiting: from the request's start, ${latency.casesPerSecond} cases/s for ${latency.seconds} s, milliseconds`,
    line('answered', `p50 ${latency.registered.p50}   p99 ${latency.registered.p99}   most ${latency.registered.most}`),
    line(
      'task in the list',
      `p50 ${latency.visible.p50}   p99 ${latency.visible.p99}   most ${latency.visible.most}   ${judged(latency.visible.p99 <= expected.visibleP99, `p99 ≤ ${expected.visibleP99}`)}`,
    ),
    '',
    ...listTable(lists, expected.listP50),
  ];
}

/** The lists alone. */
export function listTable({ cases, open, lists }: ListFigures, listP50: number): string[] {
  const rows = ({ rows: shown, total }: ListTimes): string => (total === null ? `${shown}` : `${shown} of ${total}`);
  const expected = ({ p50 }: ListTimes): string => `   ${judged(p50 <= listP50, `p50 ≤ ${listP50}`)}`;

  return [
    `Lists: ${cases} cases in the database, ${open} open; milliseconds from request to answer, rows`,
    ...lists.map((list) =>
      line(
        list.name,
        `p50 ${list.p50}   p99 ${list.p99}   most ${list.most}   rows ${rows(list)}   asked ${list.asked} times${expected(list)}`,
      ),
    ),
  ];
}

const line = (name: string, value: string): string => `  ${name.padEnd(34)}${value}`;
const spread = ({ median, least, most }: Spread): string => `${median} (${least} to ${most})`;
const cost = ({ processorMillis }: EngineRate): string =>
  processorMillis === null ? '' : `, ${processorMillis.median} ms of processor each`;
const judged = (holds: boolean, what: string): string => `${holds ? 'as expected' : 'MISSED'}: ${what}`;
