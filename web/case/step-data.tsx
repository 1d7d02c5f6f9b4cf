import type { Step } from '../../api/contract/record.js';
import type { Names } from '../api/use-names.js';
import { rungWord } from '../texts/act-words.js';
import { exactText } from '../texts/moment.js';
import { lampWords, outcomeWord } from '../texts/words.js';

type Word = (value: unknown, names: Names) => string | undefined;

const plain: Word = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);
const time: Word = (value) => (typeof value === 'string' ? exactText(value) : undefined);
const yes =
  (word: string, no?: string): Word =>
  (value) =>
    value === true ? word : value === false ? no : undefined;
const unit: Word = (value, names) =>
  typeof value === 'string'
    ? names.unit(value)
    : Array.isArray(value)
      ? value.map((id) => names.unit(String(id))).join('、')
      : undefined;

/** How the details of an act are told: a name and the word for its value. What does not stand here is not for people. */
const details: Readonly<Record<string, readonly [string, Word]>> = {
  task: ['任务', plain],
  unitId: ['单位', unit],
  unitIds: ['单位', unit],
  dueAt: ['期限', time],
  lamp: ['亮灯', (value) => lampWords[value as keyof typeof lampWords]],
  signedLate: ['签收', yes('超时', '按时')],
  late: ['时效', yes('超期')],
  accepted: ['结论', yes('通过', '不通过')],
  reason: ['理由', plain],
  rung: ['方式', (value) => (typeof value === 'string' ? rungWord(value) : undefined)],
  outcome: ['结果', (value) => (typeof value === 'string' ? outcomeWord(value) : undefined)],
  round: ['轮次', (value) => (typeof value === 'number' ? `第 ${value} 轮` : undefined)],
  reached: ['接通', yes('是', '否')],
  solved: ['解决', yes('是', '否')],
  satisfied: ['满意', yes('是', '否')],
  into: ['并入', plain],
  count: ['件数', plain],
  name: ['名称', plain],
  attendees: ['参加', plain],
  owner: ['权属', plain],
  bodies: ['移送', plain],
  article: ['知识', plain],
  answer: ['答复', plain],
  until: ['延至', time],
  category: ['分类', (value, names) => (typeof value === 'string' ? names.category(value) : undefined)],
  kind: ['类型', (value, names) => (typeof value === 'string' ? names.kind(value) : undefined)],
};

/** What an act was about, in words. */
export function StepData({ data, names }: { data: Step['data']; names: Names }) {
  const told = Object.entries(data).flatMap(([key, value]) => {
    const [name, word] = details[key] ?? [];
    const text = word?.(value, names);

    return name === undefined || text === undefined || text === '' ? [] : [`${name}：${text}`];
  });
  if (told.length === 0) return null;

  return <p className="step-data">{told.join('；')}</p>;
}
