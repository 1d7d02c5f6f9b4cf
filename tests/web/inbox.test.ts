import { expect } from 'chai';
import type { APIResponse, Page } from 'playwright-core';
import type { TaskPage } from '../../api/contract/task.js';
import { complete, register, taskOf } from './acts.js';
import { stageOrSkip, type WebStage } from './stage.js';

describe('The inbox', () => {
  let stage: WebStage;
  const cases: string[] = [];

  before(async function () {
    stage = await stageOrSkip(this);
    for (const title of ['收件箱一', '收件箱二', '收件箱三']) cases.push(await registered(title));
  });

  async function registered(title: string, accusedUnitId?: string): Promise<string> {
    const agent = stage.person('baicheng.center.agent');
    const { caseNumber } = await register(agent, {
      locality: 'baicheng',
      channel: 'phone',
      title,
      text: `${title}：我是王秀英，小区停暖，电话13812345678。`,
      caller: { name: '王秀英', phone: '13812345678' },
      ...(accusedUnitId === undefined ? {} : { accusedUnitId }),
    });
    await taskOf(agent, caseNumber, '受理分类');

    return caseNumber;
  }

  const classified = (caseNumber: string): Promise<void> =>
    complete(stage.person('baicheng.center.agent'), caseNumber, '受理分类', {
      ...{ kind: 'help', category: 'heating', urgency: 'urgent', confidential: 'no', branch: 'handle' },
      placeUnitId: 'xingfu-south-community',
    });

  it('lists what waits for a post, finds by text, claims with one key, and keeps what is selected', async () => {
    const visit = await stage.visit('baicheng.center.agent');
    const page = await visit.open('/tasks?text=收件箱');
    await page.getByRole('link', { name: /收件箱一/ }).waitFor();
    await page.getByRole('link', { name: /收件箱二/ }).waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('inbox');
    await page.getByLabel('标题或编号').fill('收件箱二');
    await page.getByRole('link', { name: /收件箱一/ }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /收件箱二/ }).waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('已选 1 个任务').waitFor();
    await page.keyboard.press('c');
    await page.getByText('我已领取').waitFor();
    await page.getByText('已选 1 个任务').waitFor();
    const asked = `/tasks?whose=mine&caseNumber=${cases[1] ?? ''}`;
    expect((await stage.person('baicheng.center.agent').get<TaskPage>(asked)).items).to.have.length(1);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  it('says so when the task was done by somebody meanwhile, and shows what has come of it', async () => {
    const visit = await stage.visit('baicheng.center.agent');
    await seesNothingNewBeforeItClaims(visit.page);
    const page = await visit.open('/tasks?text=收件箱三');
    const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    await row('受理分类').waitFor();
    await classified(cases[2] ?? '');
    await taskOf(stage.person('baicheng.center.agent'), cases[2] ?? '', '分办');
    await row('受理分类').getByRole('button', { name: '领取' }).click();
    await page.getByText(/任务已.*完成/).waitFor();
    await row('受理分类').waitFor({ state: 'detached' });
    await row('分办').getByRole('button', { name: '领取' }).waitFor();
    await visit.close();
  });

  it('signs several orders together, and tells which one failed and why', async () => {
    const clerk = stage.person('baicheng.zhongxing-heating.clerk');
    const orders: string[] = [];
    for (const title of ['批量签收一', '批量签收二', '批量签收三']) {
      const caseNumber = await registered(title);
      await classified(caseNumber);
      const order = { mode: 'direct', unitId: 'zhongxing-heating', duty: '尽快处理' };
      await complete(stage.person('baicheng.center.agent'), caseNumber, '分办', order);
      await taskOf(clerk, caseNumber, '签收');
      orders.push(caseNumber);
    }
    const visit = await stage.visit('baicheng.zhongxing-heating.clerk');
    const page = await visit.open('/tasks?text=批量签收');
    await page.getByRole('checkbox', { name: /选择 签收 批量签收一/ }).check();
    await page.getByRole('button', { name: /选中本页全部“签收”/ }).click();
    await page.getByText('已选 3 个任务').waitFor();
    await page.getByRole('button', { name: '批量签收', exact: true }).click();
    await page.getByRole('radio', { name: '接单办理' }).waitFor();
    await page.getByRole('radio', { name: /申请退单/ }).click();
    await page.getByText('不能批量办理').waitFor();
    await page.getByRole('radio', { name: '接单办理' }).click();
    await visit.picture('inbox-bulk');
    expect(await visit.axe()).to.deep.equal([]);
    await complete(clerk, orders[1] ?? '', '签收', { signAct: 'accept' });
    await page.getByRole('button', { name: '办理 3 个任务' }).click();
    await page.getByText('完成 2 个，未成 1 个，共 3 个').waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: '批量签收二' })
      .getByText(/任务已.*完成/)
      .waitFor();
    for (const caseNumber of orders) await taskOf(clerk, caseNumber, '联系诉求人');
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  it('hides who complained from the unit that is complained about', async () => {
    const caseNumber = await registered('对供热公司的投诉', 'zhongxing-heating');
    await classified(caseNumber);
    const order = { mode: 'direct', unitId: 'zhongxing-heating', duty: '说明情况' };
    await complete(stage.person('baicheng.center.agent'), caseNumber, '分办', order);
    await taskOf(stage.person('baicheng.zhongxing-heating.clerk'), caseNumber, '签收');
    const visit = await stage.visit('baicheng.zhongxing-heating.clerk');
    const page = await visit.open(`/cases/${caseNumber}`);
    await page.getByText('按规定不显示').waitFor();
    expect(await page.getByRole('button', { name: '查看', exact: true }).count()).to.equal(0);
    await page.getByRole('tab', { name: '文书' }).click();
    await page.getByRole('button', { name: /交办/ }).first().click();
    await page.locator('iframe').waitFor();
    await visit.picture('case-document');
    const paper = await visit.context.request.get((await page.locator('iframe').getAttribute('src'))!);
    const text = await paper.text();
    expect(text).to.contain('对供热公司的投诉');
    for (const secret of ['王秀英', '王**', '138****5678', '13812345678']) {
      expect(text).to.not.contain(secret);
      expect(await page.content()).to.not.contain(secret);
    }
    await visit.close();
  });

  it('is as usable on a phone, and empty where there is nothing', async () => {
    const visit = await stage.visit('baicheng.center.agent', { on: 'phone' });
    const page = await visit.open('/tasks?text=收件箱');
    await page.getByRole('link', { name: /收件箱一/ }).waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).to.be.at.most(390);
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('inbox-phone');
    await visit.open('/tasks?text=没有这样的任务');
    await page.getByText('没有符合条件的任务').waitFor();
    await visit.close();
  });
});

/** However late the page claims, its list is the one that it was given first. */
async function seesNothingNewBeforeItClaims(page: Page): Promise<void> {
  let first: Promise<APIResponse> | undefined;
  let hasClaimed = false;
  await page.route('**/api/tasks/events', (route) => route.abort());
  await page.route(
    ({ pathname }) => pathname === '/api/tasks',
    async (route) => {
      if (hasClaimed) return route.continue();
      first ??= route.fetch();
      await route.fulfill({ response: await first });
    },
  );
  await page.route('**/api/tasks/*/claim', (route) => {
    hasClaimed = true;

    return route.continue();
  });
}
