import { colours, ink, nameAxis, room, still, valueAxis, type Drawing, type Item } from './drawing.js';

/** Lying bars, the first at the top, each with its value written behind it. `most`: where the axis ends. */
export const bars =
  (items: readonly Item[], most?: number): Drawing['draw'] =>
  (size) => ({
    ...still,
    grid: room(size, { right: size * 4 }),
    xAxis: valueAxis(size, { show: false, ...(most === undefined ? {} : { max: most }) }),
    yAxis: {
      ...nameAxis(
        size,
        items.map(({ name }) => name),
        { width: size * 7.5, overflow: 'truncate', interval: 0 },
      ),
      inverse: true,
    },
    series: [{ type: 'bar', color: colours[0], barMaxWidth: size * 1.4, data: items.map((item) => bar(item, size)) }],
  });

export const bar = ({ value, text }: Item, size: number) => ({
  value,
  label: { show: true, position: 'right', formatter: text, color: ink, fontSize: size },
});

/** Standing bars along a scale that is told by itself. */
export const columns =
  (items: readonly Item[]): Drawing['draw'] =>
  (size) => ({
    ...still,
    grid: room(size, { right: 8 }),
    xAxis: nameAxis(
      size,
      items.map(({ name }) => name),
      { fontSize: size * 0.85 },
    ),
    yAxis: valueAxis(size),
    series: [{ type: 'bar', color: colours[0], data: items.map(({ value }) => value) }],
  });

/** A line along days. */
export const line =
  (items: readonly Item[]): Drawing['draw'] =>
  (size) => ({
    ...still,
    grid: room(size, { right: size * 1.5 }),
    xAxis: {
      ...nameAxis(
        size,
        items.map(({ name }) => name),
        { fontSize: size * 0.85, hideOverlap: true },
      ),
      boundaryGap: false,
    },
    yAxis: valueAxis(size),
    series: [
      {
        ...{ type: 'line', color: colours[0], areaStyle: { opacity: 0.2 }, lineStyle: { width: size / 5 } },
        ...{ symbolSize: size / 2, showSymbol: items.length <= 31, data: items.map(({ value }) => value) },
      },
    ],
  });
