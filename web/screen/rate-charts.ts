import type { LocalityRate, RankedUnit } from '../../api/contract/figures.js';
import { percentOf, rateWords } from '../texts/figures.js';
import { bar } from './bars.js';
import {
  colours,
  faint,
  ground,
  legend,
  nameAxis,
  room,
  still,
  valueAxis,
  type Drawing,
  type Item,
} from './drawing.js';

/** Rates as bars, their targets as lines across. */
export const targets =
  (items: readonly (Item & { target: number | null })[]): Drawing['draw'] =>
  (size) => ({
    ...still,
    grid: room(size, { top: size * 2, right: size * 4 }),
    legend: legend(size, {
      top: 0,
      right: 0,
      data: items.some(({ target }) => target !== null) ? ['实际', '目标'] : [],
    }),
    xAxis: valueAxis(size, { max: 100, show: false }),
    yAxis: {
      ...nameAxis(
        size,
        items.map(({ name }) => name),
      ),
      inverse: true,
    },
    series: [
      {
        ...{ type: 'bar', name: '实际', color: colours[0], barMaxWidth: size * 1.2 },
        data: items.map((item) => withinReach(item, size)),
      },
      {
        ...{
          type: 'scatter',
          name: '目标',
          color: colours[1],
          itemStyle: { opacity: 1 },
          symbol: 'rect',
          symbolSize: [size / 3.5, size * 1.9],
        },
        data: items.flatMap(({ target }, index) => (target === null ? [] : [[percentOf(target), index]])),
      },
    ],
  });

/** Written at its beginning, where no target stands in the way. */
function withinReach(item: Item, size: number) {
  const { value, label } = bar(item, size);

  return { value, label: value < 50 ? label : { ...label, position: 'insideLeft', color: ground, fontWeight: 600 } };
}

/** The three rates that units are compared by, side by side for each unit. */
export const threeRates = ['response', 'resolution', 'satisfaction'] as const satisfies LocalityRate['name'][];

export const sideBySide =
  (units: readonly RankedUnit[]): Drawing['draw'] =>
  (size) => ({
    baseOption: {
      ...still,
      grid: room(size, { top: size * 2.2, right: 8 }),
      legend: legend(size, { top: 0, right: 0 }),
      xAxis: nameAxis(
        size,
        units.map(({ name }) => name),
        { interval: 0, width: size * 5.2, lineHeight: size * 1.2 },
      ),
      yAxis: valueAxis(size, {
        max: 100,
        axisLabel: { formatter: '{value}%', color: faint, fontSize: size * 0.85 },
      }),
      series: threeRates.map((name, index) => ({
        ...{ type: 'bar', name: rateWords[name], color: colours[index], barMaxWidth: size * 1.6 },
        data: units.map(({ rates }) => shareOf(rates[name].value)),
      })),
    },
    // Names side by side have no room on a telephone.
    media: [
      { query: { maxWidth: 500 }, option: { xAxis: { axisLabel: { rotate: 40, overflow: 'truncate' } } } },
      { option: { xAxis: { axisLabel: { rotate: 0, overflow: 'break' } } } },
    ],
  });

const shareOf = (value: number | null): number | null => (value === null ? null : percentOf(value));
