import { BarChart } from 'echarts/charts';
import { use as register } from 'echarts/core';
import type { BoardUnit } from '../../api/contract/board.js';
import { lampWords } from '../texts/words.js';
import { Chart } from '../ui/chart.js';

register([BarChart]);

/** Units in the chart; the table has all. */
const SHOWN = 10;
const series = [
  { lamp: 'red', colour: '#b3261e' },
  { lamp: 'yellow', colour: '#c98500' },
  { lamp: 'green', colour: '#1d6b34' },
] as const;

/** Open cases by unit, stacked by lamp; lamps differ by pattern as well as by colour. */
export function UnitChart({ units }: { units: readonly BoardUnit[] }) {
  return (
    <Chart
      className="unit-chart"
      style={{ height: 48 + 30 * Math.min(SHOWN, Math.max(3, units.length)) }}
      label="各单位在办件数，按灯色分；数字见旁边的表"
      option={optionOf(units.slice(0, SHOWN).toReversed())}
    />
  );
}

const optionOf = (units: readonly BoardUnit[]) => ({
  animation: false,
  aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
  grid: { left: 8, right: 16, top: 32, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  legend: { top: 0, textStyle: { color: '#1f2933' } },
  xAxis: { type: 'value', minInterval: 1, axisLabel: { color: '#4a5560' } },
  yAxis: {
    type: 'category',
    data: units.map(({ name }) => name),
    axisLabel: { color: '#1f2933', width: 110, overflow: 'truncate' },
  },
  series: series.map(({ lamp, colour }) => ({
    type: 'bar',
    name: lampWords[lamp],
    stack: 'lamps',
    color: colour,
    barMaxWidth: 22,
    data: units.map((unit) => unit[lamp]),
  })),
});
