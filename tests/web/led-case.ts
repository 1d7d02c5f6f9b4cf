import { complete, register, taskOf } from './acts.js';
import type { WebStage } from './stage.js';

type Form = Record<string, unknown>;

const contact = { contactResult: 'reached', contactNote: '已告知正在核实' };
const report = '住建委称已是市政道路，城管局称设施没有移交，两家均不认领。';

/** Acts for the posts of the county where leaders lead (领导领办制), on one case. */
export const actsOn =
  (stage: WebStage, caseNumber: string) =>
  (post: string, name: string, form: Form): Promise<void> =>
    complete(stage.person(`fengjie.${post}`), caseNumber, name, form);

/** A unit denies that it is its matter; the centre reports in writing to the leader in charge, who is to give the instruction. */
export async function caseBeforeLeader(stage: WebStage, title: string) {
  const agent = stage.person('fengjie.center.agent');
  const { caseNumber } = await register(agent, {
    locality: 'fengjie',
    channel: 'phone',
    kind: 'appeal',
    title,
    text: '桐凤路三百米没有一盏灯亮，是孩子放学回家的必经之路。',
    caller: { name: '刘女士', phone: '13896210001' },
    place: { unitId: 'urban-street', address: '桐凤路' },
  });
  const act = actsOn(stage, caseNumber);
  const place = { placeUnitId: 'urban-street', confidential: 'no', branch: 'handle' };
  // Whichever days are working days: it is due in two days.
  await act('center.agent', '受理分类', { kind: 'appeal', category: 'utilities', urgency: 'normal', ...place });
  await act('center.agent', '交办', { mode: 'direct', unitId: 'housing' });
  await act('housing.clerk', '首交受理', { signAct: 'accept' });
  await act('housing.clerk', '联系诉求人', contact);
  const returned = { act: 'return', returnReason: 'not-our-duty', returnBasis: '现为市政道路，不在物业管理范围。' };
  await act('housing.clerk', '承办', returned);
  await act('center.supervisor', '移交协商', { returnDecision: 'leader', decisionBasis: '权责不清' });
  const told = { leaderId: 'vice-head-construction', reportCause: 'unclear-duty', proposal: '请召集现场办公。' };
  await act('center.supervisor', '书面报告', { ...told, report });
  const { taskKey } = await taskOf(stage.person('fengjie.county.leader'), caseNumber, '领导批示');

  return { caseNumber, taskKey };
}

/** The leader named a unit: it signs, replies, and the centre reports the result to the leader. */
export async function reportResult(stage: WebStage, caseNumber: string, unitId: string, result: string): Promise<void> {
  const act = actsOn(stage, caseNumber);
  await act(`${unitId}.clerk`, '首交受理', { signAct: 'accept' });
  await act(`${unitId}.clerk`, '联系诉求人', contact);
  const reply = { act: 'reply', replyResult: 'solved', reply: '路灯全部修复，今晚亮灯。', evidenceKinds: ['photo'] };
  await act(`${unitId}.clerk`, '承办', reply);
  await act('center.supervisor', '报告办理结果', { resultReport: result });
}
