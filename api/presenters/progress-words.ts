import type { Outcome, Stage } from '../../domain/case.js';
import type { CaseDocument } from '../../models/cases.js';

interface Words {
  readonly where: (holder: string) => string;
  readonly next: string;
}

const stages: Readonly<Record<Exclude<Stage, 'closed'>, Words>> = {
  registered: { where: () => '您的诉求已登记，等待受理。', next: '热线将核对内容并确定由哪个单位办理。' },
  classified: { where: () => '您的诉求已受理，正在确定承办单位。', next: '确定后将向承办单位下发交办单。' },
  dispatched: {
    where: (holder) => `您的诉求已交由${holder}办理，等待签收。`,
    next: '单位签收后开始办理，并会与您联系。',
  },
  handling: { where: (holder) => `${holder}正在办理您的诉求。`, next: '办理后单位将回复结果，由热线复核。' },
  replied: { where: (holder) => `${holder}已回复办理结果，热线正在复核。`, next: '复核通过后热线会回访您。' },
  reviewed: { where: () => '办理结果已通过复核，等待回访。', next: '热线会联系您，了解问题是否解决、您是否满意。' },
  callback: { where: () => '热线正在回访您。', next: '问题解决后办结；没有解决的将继续办理。' },
  promised: {
    where: () => '您的诉求已列入计划，还没有办结。',
    next: '到承诺的日期热线将再次交办，办好后再回访您。',
  },
};

const outcomes: Readonly<Record<Outcome, string>> = {
  solved: '您的诉求已解决并办结。',
  explained: '您的诉求已办结，未能解决的原因已向您说明。',
  answered: '您的咨询已答复。',
  referred: '您的诉求已转送有权处理的机关。',
  merged: '您的诉求与同一事项合并办理。',
  unreachable: '多次联系您未果，已按规定办结。',
  'escalated-closed': '您的诉求经上级督办后办结。',
  withdrawn: '您的诉求已撤诉。',
  issued: '通报已印发。',
  unissued: '通报未印发。',
};

/** Where a case is now and what comes next, one sentence each. `mayReopen`: whoever reported can still say that it is not solved. */
export function progressWords(
  { stage, outcome, withdrawal, reopenings, promisedOn }: CaseDocument,
  { holder, mayReopen }: { holder: string; mayReopen: boolean },
): { where: string; next: string } {
  if (stage === 'closed') {
    const next = mayReopen
      ? '如果没有解决，可以在本页反映，诉求将重新办理。'
      : '如果问题仍未解决，请再次联系热线，并告知本编号。';

    return { where: outcome === undefined ? '您的诉求已办结。' : outcomes[outcome], next };
  }
  if (withdrawal !== undefined) return { where: '您的诉求正在撤诉。', next: '收回已下发的交办单后办结，并告知您。' };
  const { where, next } = stages[stage];
  if (stage === 'promised' && promisedOn !== undefined)
    return { where: `您的诉求已列入计划，承诺 ${promisedOn} 前办好，还没有办结。`, next };
  if (stage === 'registered' && reopenings !== undefined)
    return { where: '您反映没有解决，诉求已重新办理，等待受理。', next };

  return { where: where(holder), next };
}
