import { colours, legend, panel, rest, still, type Drawing, type Item } from './drawing.js';

/** More parts than these nobody tells apart. */
const mostParts = 6;

/** A ring of parts, each named with its number and share beside it; what is least stands together as 其他. */
export const ring =
  (items: readonly Item[]): Drawing['draw'] =>
  (size) => {
    const parts = partsOf(items);
    const sum = items.reduce((all, { value }) => all + value, 0);
    const data = parts.map(({ name, value, colour }) => ({
      name: `${short(name)} ${value}（${Math.round((100 * value) / sum)}%）`,
      value,
      itemStyle: { color: colour },
    }));

    return {
      ...still,
      legend: legend(size, { orient: 'vertical', left: '47%', top: 'middle', itemGap: size * 0.6 }),
      series: [
        {
          ...{ type: 'pie', radius: ['38%', '66%'], center: ['23%', '50%'], label: { show: false }, data },
          ...{ itemStyle: { borderColor: panel, borderWidth: 2 }, emphasis: { disabled: true } },
        },
      ],
    };
  };

const longest = 6;

/** Its whole name stands in the table. */
function short(name: string): string {
  const plain = name.replace(/（.*）$/, '');

  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}

function partsOf(items: readonly Item[]): { name: string; value: number; colour: string }[] {
  const shown = items.length > mostParts + 1 ? items.slice(0, mostParts) : items;
  const parts = shown.map(({ name, value }, index) => ({ name, value, colour: colours[index] ?? rest }));
  const left = items.slice(shown.length).reduce((sum, { value }) => sum + value, 0);

  return left === 0 ? parts : [...parts, { name: '其他', value: left, colour: rest }];
}
