import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { CaseDetail } from '../../api/contract/case.js';
import { until } from '../support/until.js';
import { engineClock } from './engine-clock.js';
import { dispatchHeating, reportHeating } from './heating-case.js';
import { stageOrSkip, type Visit, type WebStage } from './stage.js';

const MINUTE = 60_000;

describe('The board of a supervisor', () => {
  let stage: WebStage;
  const clock = engineClock(() => stage.engine);
  before(async function () {
    stage = await stageOrSkip(this);
  });
  after(() => clock.reset());

  it('changes by itself while others bring a case forward, and its lamp turns as time passes', async () => {
    const title = '看板上的供热管道漏水';
    const visit = await stage.visit('baicheng.center.supervisor');
    const { page } = visit;
    await openBoard(visit);
    const [open, dispatched] = [await figure(page, '在办'), await figure(page, '已交办')];
    const agent = stage.person('baicheng.center.agent');
    const caseNumber = await reportHeating(agent, title);
    await until(async () => (await figure(page, '在办')) === open + 1, 60_000);
    await dispatchHeating(agent, caseNumber);
    await until(async () => (await figure(page, '已交办')) === dispatched + 1, 60_000);
    await listed(page, '未签收', title).waitFor();
    const unit = page.getByRole('row').filter({ hasText: '中兴热力' });
    await unit.waitFor();
    expect(await listed(page, '将超期', title).count()).to.equal(0);
    expect(await visit.axe()).to.deep.equal([]);

    const { orders } = await agent.get<Pick<CaseDetail, 'orders'>>(`/cases/${caseNumber}`);
    const dueAt = Date.parse(orders[0]!.dueAt!);
    // The diagram's timers turn the lamp: half of the two hours gone, then all of them.
    await clock.passTo(new Date(dueAt - 59 * MINUTE));
    await listed(page, '将超期', title).waitFor();
    await clock.passTo(new Date(dueAt + MINUTE));
    await listed(page, '已超期', title).waitFor();
    await listed(page, '将超期', title).waitFor({ state: 'detached' });
    await visit.picture('board');
    expect(await visit.axe()).to.deep.equal([]);
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  }).timeout(240_000);

  it('says that the connection is lost, and is right again when it is back', async () => {
    const visit = await stage.visit('baicheng.center.supervisor');
    const { page, context } = visit;
    await openBoard(visit);
    const open = await figure(page, '在办');
    await context.setOffline(true);
    await page.getByText('实时连接中断').waitFor();
    await visit.picture('board-offline');
    expect(await visit.axe()).to.deep.equal([]);
    await reportHeating(stage.person('baicheng.center.agent'), '断线时登记的漏水');
    expect(await figure(page, '在办')).to.equal(open);
    await context.setOffline(false);

    await page.getByText('实时更新').waitFor();
    await until(async () => (await figure(page, '在办')) === open + 1, 60_000);
    await visit.close();
  }).timeout(180_000);

  it('opens its line again when a proxy answered in the place of the server', async () => {
    const visit = await stage.visit('baicheng.center.supervisor');
    const { page } = visit;
    await page.route('**/api/board/events', (route) => route.fulfill({ status: 502, body: 'bad gateway' }));
    await page.goto('/board');
    await page.getByText('实时连接中断').waitFor();
    await page.unroute('**/api/board/events');

    await page.getByText('实时更新').waitFor();
    await visit.close();
  }).timeout(120_000);

  it('leaves its line to other pages while nobody looks at it, and is right when it is looked at again', async () => {
    const visit = await stage.visit('baicheng.center.supervisor');
    const { page } = visit;
    await openBoard(visit);
    const open = await figure(page, '在办');
    const left = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/board/events'));
    await look(page, 'hidden');
    await left;
    await reportHeating(stage.person('baicheng.center.agent'), '没人看时登记的漏水');
    await look(page, 'visible');

    await until(async () => (await figure(page, '在办')) === open + 1, 60_000);
    await visit.close();
  }).timeout(120_000);

  it('leads to signing in when the session has ended, says so, and comes back', async () => {
    const visit = await stage.visit('baicheng.center.supervisor');
    const { page, context } = visit;
    await openBoard(visit);
    const ended = await context.request.delete('/api/session', { headers: { 'x-requested-with': 'huiyin' } });
    expect(ended.ok()).to.equal(true);
    await page.getByText('登录已过期').waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('session-ended');
    await page.getByLabel('用户名').fill('baicheng.center.supervisor');
    await page.getByLabel('密码').fill(stage.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();

    await page.getByRole('heading', { name: /督办看板/ }).waitFor();
    expect(await page.getByText('登录已过期').count()).to.equal(0);
    await visit.close();
  }).timeout(120_000);

  it('is whole on a phone', async () => {
    const visit = await stage.visit('baicheng.center.supervisor', { on: 'phone' });
    await openBoard(visit);
    await visit.page.locator('.unit-chart svg').waitFor();

    await visit.picture('board-phone');
    expect(await visit.axe()).to.deep.equal([]);
    expect(await visit.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).to.equal(true);
    await visit.close();
  });

  it('is not shown to a clerk', async () => {
    const visit = await stage.visit('baicheng.housing.clerk');
    const page = await visit.open('/board');

    await page.getByText('没有权限').waitFor();
    await visit.close();
  });
});

/** Its line never rests, so that it is not waited for. */
async function openBoard({ page }: Visit): Promise<void> {
  await page.goto('/board');
  await page.getByRole('heading', { name: /督办看板/ }).waitFor();
  await page.getByText('实时更新').waitFor();
}

const listed = (page: Page, list: string, title: string) =>
  page.getByRole('list', { name: list }).getByRole('link', { name: title }).first();

/** As when another tab is looked at. */
const look = (page: Page, visibility: 'hidden' | 'visible') =>
  page.evaluate(`{
    Object.defineProperty(document, 'visibilityState', { value: '${visibility}', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }`);

/** A number of the board by its name. */
async function figure(page: Page, name: string): Promise<number> {
  const figures = page.locator('.figures > div').filter({ hasText: name });

  return Number(await figures.first().locator('dd').textContent());
}
