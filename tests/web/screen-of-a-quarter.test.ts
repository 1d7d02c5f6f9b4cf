import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { putPastCases, type PastCase } from '../support/past-cases.js';
import { until } from '../support/until.js';
import { LATE, quarterOfCases, REGISTERED } from './quarter-of-cases.js';
import { openScreenHouse, type ScreenHouse } from './screen-house.js';
import { CHARTS, drawn, headline, numbers } from './screen-reading.js';
import { axeOf, pictureOf } from './stage.js';

const now = new Date('2020-12-31T04:00:00Z');
const wall = { viewport: { width: 1920, height: 1080 } };
const supervisor = 'helinger.center.supervisor';
const quarter = '/screen?period=quarter';

describe('The big screen of a quarter of 818 cases', () => {
  let house: ScreenHouse;
  const cases = quarterOfCases();
  const open = (path: string, options: BrowserContextOptions = wall, who = supervisor) =>
    house.open(who, path, options);
  before(async function () {
    this.timeout(240_000);
    const opened = await openScreenHouse(now);
    if (opened === undefined) {
      console.log('    skipped: no Chromium is installed');
      this.skip();
    }
    house = opened;
    await putPastCases(house.bench.deps.models.connection, cases);
  });
  beforeEach(() => house.bench.clock.pin(now));
  after(() => (house as ScreenHouse | undefined)?.close());

  it('draws more than ten charts at once on a wall, each with its name and its numbers', async () => {
    const { page, faults } = await open(quarter);
    await drawn(page);

    expect(await page.locator('.panel [role=img] svg').count()).to.equal(CHARTS);
    expect(await page.getByRole('heading', { level: 2 }).count()).to.equal(CHARTS);
    expect(await page.locator('.panel [role=img][aria-label*="："]').count()).to.equal(CHARTS);
    for (const table of await page.getByRole('table').all())
      expect(await table.getByRole('row').count(), await table.innerText()).to.be.greaterThan(1);
    expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).to.equal(true);
    await pictureOf(page, 'screen-wall');
    expect(await axeOf(page)).to.deep.equal([]);
    expect(faults).to.deep.equal([]);
    await page.context().close();
  }).timeout(120_000);

  it('shows the numbers of the cases that stand in the database', async () => {
    const { page } = await open(quarter);
    await drawn(page);

    expect(await headline(page)).to.deep.include({ 受理: '818', 办结: '760', 在办: '58', 超期: String(LATE) });
    expect(await headline(page)).to.deep.include({ 办结率: '92.91%' });
    const channels = { 市级平台派单: 'platform', 电话: 'phone', 网页: 'web', 举一反三: 'sweep' };
    for (const [name, id] of Object.entries(channels))
      expect((await numbers(page, '渠道分布'))[name], name).to.deep.equal([count(({ channel }) => channel === id)]);
    expect((await numbers(page, '诉求分类前十'))['下水道堵塞']).to.deep.equal([
      count(({ category }) => category === 'sewer'),
    ]);
    const days = Object.values(await numbers(page, '每日受理')).map(([ofDay]) => Number(ofDay));
    expect(days.length).to.equal(92);
    expect(days.reduce((sum, ofDay) => sum + ofDay, 0)).to.equal(REGISTERED);
    expect((await numbers(page, '办结方式'))['已解决']).to.deep.equal([count(({ outcome }) => outcome === 'solved')]);
    expect((await numbers(page, '督办次数'))['电话督办']).to.deep.equal([count(({ rungs }) => rungs![0] === 'phone')]);
    await page.context().close();
  }).timeout(120_000);

  it('compares communities and towns by response, resolution and satisfaction, a town with all below it', async () => {
    const { page } = await open(quarter);
    await drawn(page);
    const compared = await numbers(page, '各乡镇街道社区响应率、解决率、满意率');
    const isOf = ({ orders }: PastCase, ...units: string[]) => units.includes(orders![0]!.unitId);
    const north = cases.filter((one) => isOf(one, 'north-a-village', 'north-b-village'));
    const inTime = north.filter(({ orders }) => orders![0]!.signedAt! < orders![0]!.signBy);
    const reached = north.filter(({ callback }) => callback?.reached === true);
    const solved = reached.filter(({ callback }) => callback!.solved);

    expect(compared['北川镇']?.[0]).to.contain(`（${inTime.length}/${north.length}）`);
    expect(compared['北川镇']?.[1]).to.contain(`（${solved.length}/${reached.length}）`);
    await page.context().close();
  }).timeout(120_000);

  it('draws itself anew every minute, without leaving anything empty meanwhile', async () => {
    const { page } = await open(quarter);
    await drawn(page);
    await page.evaluate(
      `for (const chart of document.querySelectorAll('.panel [role=img]')) chart.dataset.before = 'yes'`,
    );
    const before = await page.locator('section[aria-label="受理时段"] svg').innerHTML();
    await putPastCases(house.bench.deps.models.connection, [onePlus('HL-20201231-9001')]);
    await pass(page, 61_000);

    await until(async () => (await headline(page))['受理'] === '819');
    expect(await page.locator('.panel [data-before=yes] svg').count()).to.equal(CHARTS);
    await until(async () => (await page.locator('section[aria-label="受理时段"] svg').innerHTML()) !== before);
    await house.bench.deps.models.connection
      .collection<{ _id: string }>('cases')
      .deleteOne({ _id: 'HL-20201231-9001' });
    await page.context().close();
  }).timeout(120_000);

  it('keeps what it shows when the server does not answer, says so, and goes on when it does', async () => {
    const { page } = await open(quarter);
    await drawn(page);
    await page.route('**/api/figures*', (route) => route.abort());
    const warning = page.getByText('没有更新成功');
    await until(async () => {
      await pass(page, 61_000);

      return (await warning.count()) > 0;
    });
    expect(await page.locator('.panel [role=img] svg').count()).to.equal(CHARTS);
    expect(await axeOf(page)).to.deep.equal([]);
    await page.unroute('**/api/figures*');
    await until(async () => {
      await pass(page, 61_000);

      return (await warning.count()) === 0;
    });
    await page.context().close();
  }).timeout(120_000);

  it('goes over into the new month when it begins', async () => {
    const { page } = await open('/screen');
    await page.getByText('12月1日至12月31日登记的诉求件').waitFor();
    await pass(page, 14 * 3_600_000);

    await page
      .getByText('2021年1月1日至2021年1月1日登记的诉求件')
      .or(page.getByText('1月1日至1月1日登记的诉求件'))
      .first()
      .waitFor();
    await page.locator('.panel-empty').first().waitFor();
    await page.context().close();
  }).timeout(120_000);

  it('shows other times as they are chosen, which stand in the address', async () => {
    const { page } = await open(quarter);
    await drawn(page);
    await page.getByText('上月', { exact: true }).click();
    const november = String(between('2020-11-01', '2020-12-01'));
    await until(async () => (await headline(page))['受理'] === november);
    expect(page.url()).to.contain('period=last-month');
    await page.getByText('自选', { exact: true }).click();
    const from = page.getByLabel('开始日期');
    await from.fill('2020-11-16');
    await from.press('Enter');
    await until(async () => (await headline(page))['受理'] === String(between('2020-11-16', '2020-12-01')));

    const { page: other } = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    await drawn(other);
    expect((await headline(other))['受理']).to.equal((await headline(page))['受理']);
    await Promise.all([page.context().close(), other.context().close()]);
  }).timeout(120_000);

  it('lists the units, sorted as wanted, to be copied into a spreadsheet', async () => {
    const { page } = await open(`${quarter}&view=units`, {
      ...wall,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const first = page.getByRole('row').nth(1).getByRole('cell');
    await first.first().waitFor();
    expect(await first.first().innerText()).to.equal('1');
    await page.getByRole('columnheader', { name: '交办' }).click();
    await page.getByRole('columnheader', { name: '交办' }).click();
    await until(async () => (await first.nth(1).innerText()) === '城关镇');
    await page.getByRole('button', { name: '复制表格' }).click();
    await page.getByText(/已复制 19 个单位/).waitFor();

    const rows = (await page.evaluate<string>('navigator.clipboard.readText()'))
      .split('\n')
      .map((row) => row.split('\t'));
    expect(rows.length).to.equal(20);
    expect(new Set(rows.map((row) => row.length))).to.deep.equal(new Set([12]));
    expect(rows[0]?.slice(0, 5)).to.deep.equal(['名次', '单位', '交办', '响应率', '数']);
    await pictureOf(page, 'screen-units');
    expect(await axeOf(page)).to.deep.equal([]);
    await page.context().close();
  }).timeout(120_000);

  it('fills the whole screen and comes back', async () => {
    const { page } = await open(quarter);
    await drawn(page);
    await page.getByRole('button', { name: '全屏' }).click();
    await page.getByRole('button', { name: '退出全屏' }).waitFor();
    expect(await page.evaluate('document.fullscreenElement?.className')).to.equal('screen');
    await page.getByRole('button', { name: '退出全屏' }).click();

    await page.getByRole('button', { name: '全屏', exact: true }).waitFor();
    expect(await page.evaluate('document.fullscreenElement')).to.equal(null);
    await page.context().close();
  }).timeout(120_000);

  it('stacks its charts on a phone', async () => {
    const { page } = await open(quarter, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await drawn(page);

    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).to.equal(true);
    await pictureOf(page, 'screen-phone');
    expect(await axeOf(page)).to.deep.equal([]);
    await page.context().close();
  }).timeout(120_000);

  it('tells of targets whether they are reached, and makes no number up for 接通率', async () => {
    const { page } = await open(quarter, wall, 'zhangye.center.leader');
    await page.locator('.panel [role=img] svg').waitFor();

    expect((await headline(page))['接通率']).to.equal('—');
    expect(await page.locator('.headline > div', { hasText: '接通率' }).innerText()).to.contain('需电话系统数据');
    expect(await numbers(page, '指标与目标')).to.deep.include({ 接通率: ['需电话系统数据', '100%'] });
    expect(await numbers(page, '指标与目标')).to.deep.include({ 满意率: ['暂无可评', '99.73%'] });
    await page.context().close();
  }).timeout(120_000);

  it('says in words that there is nothing, and what is wrong with days that are none', async () => {
    const { page } = await open('/screen?period=days&from=2019-12-01&until=2019-12-31');
    await page.getByText('这段时间没有登记的诉求件。').first().waitFor();
    expect(await page.getByText('还没有回访评价。').count()).to.equal(1);
    expect(await axeOf(page)).to.deep.equal([]);
    await page.goto('/screen?period=days&from=2020-12-05&until=2020-12-02');
    await page.getByText('开始日期不能晚于结束日期（2020-12-02）').waitFor();
    expect(await axeOf(page)).to.deep.equal([]);
    await page.context().close();
  }).timeout(120_000);

  /** Time goes on for server and page. */
  async function pass(page: Page, millis: number): Promise<void> {
    house.bench.clock.pin(new Date(house.bench.clock.now().getTime() + millis));
    await page.clock.fastForward(millis);
  }

  const count = (holds: (one: PastCase) => boolean): string => String(cases.filter(holds).length);
  const between = (from: string, before: string): number => {
    const [first, end] = [new Date(`${from}T00:00:00+08:00`), new Date(`${before}T00:00:00+08:00`)];

    return cases.filter(({ registeredAt }) => registeredAt >= first && registeredAt < end).length;
  };
});

const onePlus = (caseNumber: string): PastCase => ({
  ...{ caseNumber, locality: 'helinger', registeredAt: new Date('2020-12-30T20:30:00Z'), channel: 'phone' },
  stage: 'registered',
});
