import type { Figures, LocalityRate, RankedUnit } from '../../api/contract/figures.js';
import { partsText, percentOf, percentText, rateText, rateWords } from '../texts/figures.js';
import { bars } from './bars.js';
import type { Drawing } from './drawing.js';
import { sideBySide, targets, threeRates } from './rate-charts.js';

const top = 10;
const abreast = 8;

/** What a rate comes to, or why nothing is known of it. */
export const rateNote = ({ rate }: LocalityRate): string =>
  rate === null ? '需电话系统数据' : rate.value === null ? '暂无可评' : rateText(rate);

/** Each rate beside what it is to reach. */
export function targetDrawing({ rates }: Figures): Drawing {
  const items = rates.map((one) => ({
    name: rateWords[one.name],
    value: one.rate?.value == null ? 0 : percentOf(one.rate.value),
    text: rateNote(one),
    target: one.target,
  }));

  return {
    title: '指标与目标',
    summary: items.map(({ name, text }) => `${name} ${text}`).join('，'),
    head: ['指标', '实际', '目标'],
    rows: items.map(({ name, text, target }) => [name, text, target === null ? '未定' : percentText(target)]),
    empty: '没有指标。',
    draw: targets(items),
  };
}

export function factorDrawing({ factors }: Figures): Drawing {
  const items = factors.map(({ name, average }) => ({ name, value: average, text: average.toFixed(2) }));

  return {
    title: '回访评价（满分 5 分）',
    summary: items.map(({ name, text }) => `${name} ${text} 分`).join('，'),
    head: ['评价因素', '平均分', '评价人次'],
    rows: factors.map(({ name, average, answers }) => [name, average.toFixed(2), String(answers)]),
    empty: '还没有回访评价。',
    draw: bars(items, 5),
  };
}

export function rankDrawing({ units }: Figures): Drawing {
  const best = units.filter(({ rank }) => rank !== null && rank <= top).slice(0, top);
  const items = best.map(({ name, rank, score }) => ({
    name: `${rank ?? ''} ${name}`,
    value: percentOf(score ?? 0),
    text: percentText(score ?? 0),
  }));

  return {
    title: '单位得分前十',
    summary: items.length === 0 ? '' : `第一是${best[0]?.name ?? ''}，${items[0]?.text ?? ''}`,
    head: ['单位', '得分'],
    rows: items.map(({ name, text }) => [name, text]),
    empty: '还没有可以评分的单位。',
    draw: bars(items, 100),
  };
}

const places = new Set<string | null>(['street', 'town', 'community', 'village']);

/** 响应率, 解决率, 满意率 for each community and town; where these are not assessed, for each unit. */
export function sideBySideDrawing({ units }: Figures): Drawing {
  const ofPlaces = units.filter(({ level }) => places.has(level));
  const compared = ofPlaces.length > 0 ? ofPlaces : units;
  const shown = compared.toSorted((one, other) => other.orders - one.orders).slice(0, abreast);
  const whose = ofPlaces.length > 0 ? '各乡镇街道社区' : '各单位';

  return {
    title: `${whose}响应率、解决率、满意率`,
    summary: `交办最多的 ${shown.length} 个`,
    head: ['单位', ...threeRates.map((name) => rateWords[name])],
    rows: shown.map((unit) => [unit.name, ...threeRates.map((name) => cell(unit, name))]),
    empty: '这段时间没有交办。',
    draw: sideBySide(shown),
    wide: true,
  };
}

const cell = ({ rates }: RankedUnit, name: (typeof threeRates)[number]): string =>
  `${rateText(rates[name])}（${partsText(rates[name])}）`;
