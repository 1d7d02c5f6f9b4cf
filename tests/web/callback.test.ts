import { expect } from 'chai';
import { until } from '../support/until.js';
import { caseAtCallback } from './desk.js';
import { stageOrSkip, type WebStage } from './stage.js';

const post = 'baicheng.center.callback';

describe('The page of callbacks', function () {
  this.timeout(240_000);
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('shows the script, and the number for a reason only', async () => {
    await caseAtCallback(stage, '回访第一件');
    await caseAtCallback(stage, '回访第二件');
    const visit = await stage.visit(post);
    const page = await visit.open('/callbacks');
    await page.getByRole('list', { name: '待回访' }).getByText('回访第一件').click();
    await page.getByRole('heading', { name: '回访：回访第一件' }).waitFor();
    await page.getByText(/您好，这里是民生热线/).waitFor();
    expect(await page.getByText('13804360001').count(), 'masked at first').to.equal(0);
    await page.getByRole('button', { name: '显示号码' }).click();
    await page.getByRole('link', { name: /拨打 .*13804360001/ }).waitFor();
    await visit.close();
  });

  it('goes along the queue by key, and fits a phone', async () => {
    await caseAtCallback(stage, '回访第三件');
    const visit = await stage.visit(post, { on: 'phone' });
    const page = await visit.open('/callbacks');
    const heading = page.getByRole('heading', { level: 2 }).first();
    const before = await heading.textContent();
    await page.keyboard.press('Alt+ArrowDown');
    await until(async () => (await heading.textContent()) !== before, 20_000);
    await visit.picture('callback-phone');
    expect(await visit.axe()).to.deep.equal([]);
    await visit.close();
  });

  it('is not for a handler', async () => {
    const visit = await stage.visit('baicheng.zhongxing-heating.clerk');
    const page = await visit.open('/callbacks');
    await page.getByText('您的岗位没有这一页的权限。').waitFor();
    await visit.close();
  });
});
