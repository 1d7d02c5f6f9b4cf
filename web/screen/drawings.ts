import type { Counted, Figures, NamedCount } from '../../api/contract/figures.js';
import { rungWord } from '../texts/act-words.js';
import { outcomeWord, stageWords } from '../texts/words.js';
import { bars, columns, line } from './bars.js';
import type { Drawing, Item } from './drawing.js';
import { factorDrawing, rankDrawing, sideBySideDrawing, targetDrawing } from './rate-drawings.js';
import { ring } from './ring.js';

const top = 10;

/** All charts of the screen, in the order in which they hang. */
export const drawingsOf = (figures: Figures): readonly Drawing[] => [
  dayDrawing(figures),
  hourDrawing(figures),
  counted('渠道分布', '渠道', named(figures.channels), ring),
  counted('诉求类型', '类型', named(figures.kinds), ring),
  counted('诉求分类前十', '分类', named(figures.categories).slice(0, top), bars),
  counted('发生地点前十', '地点', named(figures.places).slice(0, top), bars),
  counted('办理阶段', '阶段', inOrder(figures.stages, stageWords), bars),
  counted('办结方式', '方式', worded(figures.outcomes, outcomeWord), ring, '这段时间登记的诉求件还没有办结的。'),
  counted('督办次数', '督办方式', worded(figures.rungs, rungWord), bars, '这段时间登记的诉求件没有督办过。'),
  targetDrawing(figures),
  factorDrawing(figures),
  rankDrawing(figures),
  sideBySideDrawing(figures),
];

function dayDrawing({ days, registered }: Figures): Drawing {
  const items = days.map(({ id, count }) => itemOf(dayName(id), count));

  return {
    ...counted('每日受理', '日期', registered === 0 ? [] : items, line),
    summary: `共 ${registered} 件，${mostOf(items)}`,
    wide: true,
  };
}

/** `3/1` of `2024-03-01`. */
const dayName = (day: string): string => day.slice(5).split('-').map(Number).join('/');

function hourDrawing({ hours, registered }: Figures): Drawing {
  const items = hours.map(({ id, count }) => itemOf(`${Number(id)}时`, count));

  return counted('受理时段', '时段', registered === 0 ? [] : items, columns);
}

function counted(
  title: string,
  what: string,
  items: readonly Item[],
  drawn: (items: readonly Item[]) => Drawing['draw'],
  empty = '这段时间没有登记的诉求件。',
): Drawing {
  return {
    ...{ title, empty, head: [what, '件数'], draw: drawn(items) },
    summary: items.length === 0 ? empty : mostOf(items),
    rows: items.map(({ name, text }) => [name, text]),
  };
}

const mostOf = (items: readonly Item[]): string => {
  const [first, ...others] = items;
  const most = others.reduce((best, item) => (item.value > (best?.value ?? 0) ? item : best), first);

  return most === undefined ? '' : `最多的是${most.name}，${most.text} 件`;
};

const itemOf = (name: string, count: number): Item => ({ name, value: count, text: String(count) });

const named = (counts: readonly NamedCount[]): Item[] => counts.map(({ name, count }) => itemOf(name, count));

const worded = (counts: readonly Counted[], wordOf: (id: string) => string): Item[] =>
  counts.map(({ id, count }) => itemOf(wordOf(id), count));

/** In the order of the words, not of the counts. */
const inOrder = (counts: readonly Counted[], words: Readonly<Record<string, string>>): Item[] =>
  Object.entries(words).flatMap(([id, word]) => {
    const found = counts.find((one) => one.id === id);

    return found === undefined ? [] : [itemOf(word, found.count)];
  });
