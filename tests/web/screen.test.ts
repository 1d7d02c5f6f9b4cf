import { expect } from 'chai';
import { dayOf } from '../../domain/local-time.js';
import { until } from '../support/until.js';
import { complete } from './acts.js';
import { dispatchHeating, reportHeating } from './heating-case.js';
import { headline, numbers } from './screen-reading.js';
import { stageOrSkip, type WebStage } from './stage.js';

const DAY = 86_400_000;
/** Another first day each time: figures of the same days are kept for a minute. */
let earlier = 40;
const lastDays = (): string => {
  const [from, last] = [new Date(Date.now() - (earlier += 1) * DAY), new Date()];

  return `/screen?period=days&from=${dayOf(from, 'Asia/Shanghai')}&until=${dayOf(last, 'Asia/Shanghai')}`;
};

describe('The page of the big screen', () => {
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('counts a case that is put through, and how its unit signed', async () => {
    const agent = stage.person('baicheng.center.agent');
    const visit = await stage.visit('baicheng.center.supervisor');
    await reportHeating(agent, '大屏之前登记的漏水');
    const page = await visit.open(lastDays());
    await page.locator('.headline').waitFor();
    const before = Number((await headline(page))['受理']);
    const signed = async () => (await numbers(page, '各单位响应率、解决率、满意率'))['市住建局']?.[0] ?? '（0/0）';
    const [, rated = 0, orders = 0] = /（(\d+)\/(\d+)）/.exec(await signed())!.map(Number);
    const caseNumber = await reportHeating(agent, '大屏上要数到的漏水');
    await dispatchHeating(agent, caseNumber);
    await complete(stage.person('baicheng.zhongxing-heating.clerk'), caseNumber, '签收', { signAct: 'accept' });
    await visit.open(lastDays());
    await page.locator('.panel [role=img] svg').first().waitFor();

    expect(Number((await headline(page))['受理'])).to.equal(before + 1);
    expect(Number((await numbers(page, '办理阶段'))['办理中']?.[0])).to.be.greaterThan(0);
    expect(await signed()).to.contain(`（${rated + 1}/${orders + 1}）`);
    expect(await visit.axe()).to.deep.equal([]);
    expect(visit.faults).to.deep.equal([]);
    await visit.picture('screen');
    await visit.close();
  }).timeout(240_000);

  it('stands in the menu of those who may read it, leaders of the centre among them', async () => {
    for (const post of ['center.supervisor', 'center.leader', 'center.policy', 'center.process-owner']) {
      const visit = await stage.visit(`baicheng.${post}`);
      const page = await visit.open('/');
      await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '数据大屏' }).click();
      await page.getByRole('heading', { name: /数据大屏$/ }).waitFor();
      await until(async () => (await page.locator('.headline dt').count()) > 5, 30_000);
      await visit.close();
    }
  }).timeout(180_000);

  it('is shown to no leader of a community and to no clerk', async () => {
    for (const post of ['xingfu-south-community.leader', 'zhongxing-heating.clerk']) {
      const visit = await stage.visit(`baicheng.${post}`);
      const page = await visit.open('/screen');
      await page.getByText('没有权限').waitFor();
      expect(await page.getByRole('link', { name: '数据大屏' }).count()).to.equal(0);
      expect(await visit.axe()).to.deep.equal([]);
      await visit.close();
    }
  }).timeout(120_000);
});
