import type { RegisterCase } from '../../api/contract/register.js';
import type { Person } from '../../stories/people.js';
import { complete, register } from './acts.js';

/** A burst heating pipe (story B1), under a title of one's own. */
const report = (title: string): RegisterCase => ({
  locality: 'baicheng',
  channel: 'phone',
  kind: 'help',
  title,
  text: '楼道进水，全楼停热，请尽快抢修。',
  caller: { name: '王女士', phone: '13804360001' },
  place: { unitId: 'xingfu-south-community', address: '幸福南大街41号楼' },
});

export const reportHeating = async (agent: Person, title: string): Promise<string> =>
  (await register(agent, report(title))).caseNumber;

/** What an agent says of it. */
export const classified = {
  kind: 'help',
  category: 'heating',
  urgency: 'emergency',
  placeUnitId: 'xingfu-south-community',
  confidential: 'no',
  branch: 'handle',
};

/** Brings it to the heating company, which has not signed yet. */
export async function dispatchHeating(agent: Person, caseNumber: string): Promise<void> {
  await complete(agent, caseNumber, '受理分类', classified);
  await complete(agent, caseNumber, '分办', { mode: 'direct', unitId: 'zhongxing-heating', duty: '立即关断抢修' });
}
