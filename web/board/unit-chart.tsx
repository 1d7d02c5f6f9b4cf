import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use as register, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { BoardUnit } from '../../api/contract/board.js';
import { lampWords } from '../texts/words.js';

register([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

/** Units in the chart; the table has all. */
const SHOWN = 10;
const series = [
  { lamp: 'red', colour: '#b3261e' },
  { lamp: 'yellow', colour: '#c98500' },
  { lamp: 'green', colour: '#1d6b34' },
] as const;

/** Open cases by unit, stacked by lamp; lamps differ by pattern as well as by colour. */
export function UnitChart({ units }: { units: readonly BoardUnit[] }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);

  useEffect(() => {
    if (place.current === null) return undefined;
    const drawn = init(place.current, undefined, { renderer: 'svg' });
    chart.current = drawn;
    const fit = new ResizeObserver(() => drawn.resize());
    fit.observe(place.current);

    return () => {
      fit.disconnect();
      drawn.dispose();
    };
  }, []);

  // Drawing costs more than comparing: it is drawn anew only when what it shows has changed.
  const shown = JSON.stringify(units.slice(0, SHOWN).toReversed());
  useEffect(() => chart.current?.setOption(optionOf(JSON.parse(shown) as BoardUnit[])), [shown]);

  const height = 48 + 30 * Math.min(SHOWN, Math.max(3, units.length));

  return (
    <div
      ref={place}
      className="unit-chart"
      style={{ height }}
      role="img"
      aria-label="各单位在办件数，按灯色分；数字见旁边的表"
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
