import { expect } from 'chai';
import { complete, register } from './acts.js';
import { stageOrSkip, type WebStage } from './stage.js';

const title = '桐凤路300米长街一片漆黑';

/** Two units deny that it is theirs; the centre reports in writing to the leader in charge (领导领办). */
async function caseBeforeLeader(stage: WebStage): Promise<void> {
  const at = (post: string) => stage.person(`fengjie.${post}`);
  const { caseNumber } = await register(at('center.agent'), {
    locality: 'fengjie',
    channel: 'phone',
    kind: 'appeal',
    title,
    text: '桐凤路三百米没有一盏灯亮，是孩子放学回家的必经之路。',
    caller: { name: '刘女士', phone: '13896210001' },
    place: { unitId: 'urban-street', address: '桐凤路' },
  });
  const act = (post: string, name: string, form: Record<string, unknown>) => complete(at(post), caseNumber, name, form);
  const place = { placeUnitId: 'urban-street', confidential: 'no', branch: 'handle' };
  await act('center.agent', '受理分类', { kind: 'appeal', category: 'street-lamp', urgency: 'normal', ...place });
  await act('center.agent', '交办', { mode: 'direct', unitId: 'housing' });
  await act('housing.clerk', '首交受理', { signAct: 'accept' });
  const returned = { act: 'return', returnReason: 'not-our-duty', returnBasis: '现为市政道路，不在物业管理范围。' };
  await act('housing.clerk', '承办', returned);
  await act('center.supervisor', '移交协商', { returnDecision: 'leader', decisionBasis: '权责不清' });
  const report = '住建委称已是市政道路，城管局称设施没有移交，两家均不认领。';
  const told = { leaderId: 'vice-head-construction', reportCause: 'unclear-duty', proposal: '请召集现场办公。' };
  await act('center.supervisor', '书面报告', { ...told, report });
}

describe("The leader's pages", function () {
  this.timeout(240_000);
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('show what waits for the leader, and the report, on a phone', async () => {
    await caseBeforeLeader(stage);
    const visit = await stage.visit('fengjie.county.leader', { on: 'phone' });
    const page = await visit.open('/');
    await page.getByRole('heading', { name: '领办', level: 1 }).waitFor();
    await page
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .waitFor();
    await visit.picture('lead-phone');
    expect(await visit.axe()).to.deep.equal([]);
    await page
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .click();

    await page.getByRole('heading', { name: '领导批示', level: 1 }).waitFor();
    await page.locator('iframe').first().contentFrame().getByText('两家均不认领').waitFor();
    await visit.close();
  });
});
