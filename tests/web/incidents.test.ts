import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Incident, Instance } from '../../api/contract/instance.js';
import { until } from '../support/until.js';
import { complete, taskOf } from './acts.js';
import { setVariables, startAt } from './engine-rest.js';
import { classified, reportHeating } from './heating-case.js';
import { secondApi } from './second-api.js';
import { operateUrl, stageOrSkip, type Visit, type WebStage } from './stage.js';

const supervisorId = 'baicheng.center.supervisor';

describe('The page of incidents', () => {
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('tells in words where a case stands still; tried again when the cause is mended, the case goes on', async () => {
    const title = '故障里的漏水';
    const agent = stage.person('baicheng.center.agent');
    const caseNumber = await reportHeating(agent, title);
    await taskOf(agent, caseNumber, '受理分类');
    const { processInstanceKey } = await agent.get<Instance>(`/cases/${caseNumber}/instance`);
    // An operator spoils what the next step reads: whose task it is.
    await setVariables(stage.engine, processInstanceKey, { center: null });
    await complete(agent, caseNumber, '受理分类', classified);
    await standsStill(stage, (one) => one.caseNumber === caseNumber);
    const visit = await stage.visit(supervisorId);
    const { page } = visit;
    const told = await openAt(visit, title);
    expect(await told.locator('strong').textContent()).to.match(/^白城.* › 分办$/);
    await visit.picture('incidents');
    expect(await visit.axe()).to.deep.equal([]);
    const operate = await told.getByRole('link', { name: '在 Operate 中打开' }).getAttribute('href');
    expect(operate).to.equal(`${operateUrl}/processes/${processInstanceKey}`);
    await withoutOperate(visit, title, caseNumber);
    await openAt(visit, title);

    await told.getByRole('link', { name: '在流程图上看' }).click();
    await page.getByText('（故障）').first().waitFor();
    await page.locator('.djs-element.stuck').waitFor({ state: 'attached' });
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('instance-stuck');
    await page.goBack();

    await told.getByRole('button', { name: '重试' }).click();
    await page.getByText('又停住了').waitFor();
    await visit.picture('incident-again');
    await setVariables(stage.engine, processInstanceKey, { center: 'center' });
    await told.getByRole('button', { name: '重试' }).click();
    await page.getByText('重试 1 处：1 处已继续').waitFor();
    await told.waitFor({ state: 'detached' });
    await taskOf(agent, caseNumber, '分办');
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  }).timeout(240_000);

  /** The same pages from an API that knows no Operate. */
  async function withoutOperate({ page }: Visit, title: string, caseNumber: string): Promise<void> {
    const api = await secondApi(stage, { OPERATE_URL: undefined });
    await page.goto(`${api.url}/incidents`);
    const told = incidentOf(page, title);
    await told.getByRole('button', { name: '重试' }).waitFor();
    expect(await told.getByRole('link', { name: '在流程图上看' }).count()).to.equal(1);
    expect(await page.getByRole('link', { name: /Operate/ }).count()).to.equal(0);
    await page.goto(`${api.url}/instances/${caseNumber}`);
    await page.getByText('（故障）').first().waitFor();
    await page.getByText(/^第 \d+ 版/).waitFor();
    expect(await page.getByRole('link', { name: /Operate/ }).count()).to.equal(0);
    await api.stop();
  }

  it('tells of a procedure without a case too, and tries chosen ones again together', async () => {
    // An operator starts the procedure by hand for a case that there is not: its first job refuses that.
    const start = () => startAt(stage.engine, 'baicheng-case', 'take-case', { caseNumber: 0 });
    const keys = [await start(), await start()];
    for (const key of keys) await standsStill(stage, (one) => one.processInstanceKey === key);
    const visit = await stage.visit(supervisorId, { on: 'phone' });
    const { page } = visit;
    const told = await openAt(visit, '还没有对应的诉求件');
    expect(await told.count()).to.equal(2);
    await page.getByText('这一步的自动处理没有成功').first().waitFor();
    await visit.picture('incidents-phone');
    expect(await visit.axe()).to.deep.equal([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).to.equal(true);

    const agent = stage.person('baicheng.center.agent');
    for (const key of keys) {
      const caseNumber = await reportHeating(agent, `手工启动的流程 ${key}`);
      await taskOf(agent, caseNumber, '受理分类');
      await setVariables(stage.engine, key, { caseNumber, locality: 'baicheng' });
    }
    for (const one of await told.all()) await one.getByRole('checkbox').check();
    await page.getByRole('button', { name: '重试选中的（2）' }).click();
    await page.getByText('重试 2 处：2 处已继续').waitFor();
    await until(async () => (await told.count()) === 0, 60_000);
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  }).timeout(240_000);

  it('is not shown to a clerk', async () => {
    const visit = await stage.visit('baicheng.housing.clerk', { on: 'phone' });
    const page = await visit.open('/incidents');

    await page.getByText('没有权限').waitFor();
    await visit.close();
  });
});

const standsStill = (stage: WebStage, holds: (incident: Incident) => boolean) =>
  until(async () => (await stage.person(supervisorId).get<Incident[]>('/incidents?limit=100')).some(holds), 90_000);

/** Opens the page at the incident of these words. */
async function openAt({ page }: Visit, words: string) {
  await page.goto('/incidents');
  const told = incidentOf(page, words);
  await told.first().waitFor();

  return told;
}

const incidentOf = (page: Page, words: string) =>
  page.getByRole('list', { name: '流程故障' }).getByRole('listitem').filter({ hasText: words });
