import { complete, register, taskOf } from './acts.js';
import type { WebStage } from './stage.js';

type Form = Record<string, unknown>;

const caller = { name: '王女士', phone: '13804360001' };
const intake = { placeUnitId: 'xingfu-south-community', confidential: 'no', branch: 'handle' };

/** A case about heating that waits for its classification. */
export async function caseAtIntake(stage: WebStage, title: string) {
  const agent = stage.person('baicheng.center.agent');
  const { caseNumber } = await register(agent, {
    locality: 'baicheng',
    channel: 'phone',
    kind: 'help',
    title,
    text: '供热管道漏水，楼道进水，全楼停热，请尽快抢修。',
    caller,
    place: { unitId: 'xingfu-south-community', address: '幸福南大街41号楼' },
  });
  const { taskKey } = await taskOf(agent, caseNumber, '受理分类');

  return { caseNumber, taskKey };
}

/** The same, before its handler: classified, dispatched, signed for, the caller spoken to. */
export async function caseAtHandler(stage: WebStage, title: string) {
  const { caseNumber } = await caseAtIntake(stage, title);
  const agent = stage.person('baicheng.center.agent');
  const clerk = stage.person('baicheng.zhongxing-heating.clerk');
  const act = (who: typeof agent, name: string, form: Form) => complete(who, caseNumber, name, form);
  await act(agent, '受理分类', { kind: 'help', category: 'heating', urgency: 'emergency', ...intake });
  await act(agent, '分办', { mode: 'direct', unitId: 'zhongxing-heating', duty: '立即关断抢修' });
  await act(clerk, '签收', { signAct: 'accept' });
  await act(clerk, '联系诉求人', { contactResult: 'reached', contactNote: '已告知抢修队马上到' });
  const { taskKey } = await taskOf(clerk, caseNumber, '承办');

  return { caseNumber, taskKey };
}

/** The same, replied to and reviewed: whoever called is to be called back. */
export async function caseAtCallback(stage: WebStage, title: string) {
  const { caseNumber } = await caseAtHandler(stage, title);
  const reply = { act: 'reply', replyResult: 'solved', evidenceKinds: ['photo'], reply: '已更换管段，恢复供热。' };
  await complete(stage.person('baicheng.zhongxing-heating.clerk'), caseNumber, '承办', reply);
  await complete(stage.person('baicheng.center.supervisor'), caseNumber, '复核', { accepted: 'yes' });
  const { taskKey } = await taskOf(stage.person('baicheng.center.callback'), caseNumber, '回访');

  return { caseNumber, taskKey };
}
