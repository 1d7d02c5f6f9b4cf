import type { SupervisedOrder } from '../../api/contract/board.js';

/** Rungs of supervision by the ids of the diagrams; one that a locality adds is shown as it is. */
const rungs: Readonly<Record<string, string>> = {
  'auto-phone': '自动电话督办',
  phone: '电话督办',
  letter: '书面督办（催办单）',
  'on-site': '现场督办',
  interview: '约谈督办',
  joint: '联合督办',
  inspection: '督查督办',
};

/** The paper that a rung issues. */
const papers: Readonly<Record<string, string>> = { letter: '催办单', interview: '约谈通知', inspection: '督办函' };

export const rungPaper = (rung: string): string => papers[rung] ?? '文书';

export const rungWord = (rung: string): string => rungs[rung] ?? rung;

export const concernWords: Readonly<Record<SupervisedOrder['concern'], string>> = {
  late: '已超期',
  unsigned: '超时未签收',
  soon: '将超期',
  chased: '督办中',
};

/** Why a unit is chased; each reason has a ladder of its own. */
const causes: Readonly<Record<string, string>> = { unsigned: '督促签收', late: '督促办结' };

export const causeWord = (cause: string | null): string => causes[cause ?? ''] ?? '督办';

const results: Readonly<Record<string, string>> = {
  promised: '单位已承诺办理时间',
  working: '单位正在办理',
  excused: '确有客观原因',
  refused: '推诿、拒不办理',
  unreached: '未联系上',
};

/** What came of a rung, in one line; empty where nothing was written down. */
export function resultText(result: Record<string, unknown> | null): string {
  const { supervisionResult, supervisionNote } = result ?? {};
  const parts = [supervisionResult, supervisionNote].filter((part) => typeof part === 'string');

  return parts.map((part) => results[part] ?? part).join('：');
}
