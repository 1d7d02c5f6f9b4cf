import type { LocalityRate, Rate } from '../../api/contract/figures.js';

export const rateWords: Readonly<Record<LocalityRate['name'], string>> = {
  response: '响应率',
  punctuality: '按期办结率',
  resolution: '解决率',
  satisfaction: '满意率',
  connection: '接通率',
};

/** `92.91%`, `94%`; `share`: 0…1. */
export function percentText(share: number): string {
  const percent = percentOf(share);

  return `${Number.isInteger(percent) ? percent : percent.toFixed(2)}%`;
}

/** 0…100, to two places; what is less than all never comes to 100. */
export const percentOf = (share: number): number => {
  const rounded = Math.round(share * 10_000) / 100;

  return rounded === 100 && share < 1 ? 99.99 : rounded;
};

/** `760/818`. */
export const partsText = ({ numerator, denominator }: Rate): string => `${numerator}/${denominator}`;

/** `92.91%`, or a dash where there is nothing to rate. */
export const rateText = ({ value }: Rate): string => (value === null ? '—' : percentText(value));
