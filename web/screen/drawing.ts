import type { EChartsCoreOption } from 'echarts/core';

/** A chart, and the same in words and numbers. */
export interface Drawing {
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly summary: string;
  /** Names of the columns of `rows`. */
  readonly head: readonly string[];
  /** Without rows there is nothing to draw. */
  readonly rows: readonly (readonly string[])[];
  /** Told where there is nothing to draw. */
  readonly empty: string;
  /** `size`: of its letters, pixels. */
  readonly draw: (size: number) => EChartsCoreOption;
  readonly wide?: boolean;
}

/** One thing that is counted or measured. `text`: its value as it is written. */
export interface Item {
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

/** Told apart by people who see colours differently, too (Okabe and Ito); the last is for what is left over. */
export const colours = ['#56b4e9', '#e69f00', '#2bbd92', '#f0e442', '#d98bbb', '#ef7d31', '#9aabbf'] as const;
export const rest = colours[6];

export const ground = '#071629';
export const panel = '#0e2440';
export const ink = '#e8f1fb';
export const faint = '#a9bdd3';
export const lines = '#274567';

/** What all charts share: nothing moves, and the chart is told by its own table. */
export const still = { animation: false, aria: { enabled: false } } as const;

/** The room of a chart with axes. */
export const room = (size: number, changes: object = {}) => ({
  ...{ left: 4, right: size * 3, top: size * 0.4, bottom: 4 },
  ...{ outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  ...changes,
});

export const valueAxis = (size: number, changes: object = {}) => ({
  type: 'value',
  minInterval: 1,
  axisLabel: { color: faint, fontSize: size * 0.85, hideOverlap: true },
  splitLine: { lineStyle: { color: lines } },
  ...changes,
});

export const nameAxis = (size: number, data: readonly string[], label: object = {}) => ({
  type: 'category',
  data,
  axisLabel: { color: ink, fontSize: size, ...label },
  axisLine: { lineStyle: { color: lines } },
  axisTick: { show: false },
});

export const legend = (size: number, changes: object = {}) => ({
  ...{ itemWidth: size * 0.9, itemHeight: size * 0.9, textStyle: { color: ink, fontSize: size } },
  ...changes,
});
