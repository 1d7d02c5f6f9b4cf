import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { expect } from 'chai';
import { chromium, type Browser, type Page } from 'playwright-core';

import { findChromium } from '../../local/chromium.js';
import { buildPages } from '../../local/pages.js';
import { openApiBench, password, report, type ApiBench } from '../api/workbench.js';
import { root } from '../support/throw-away.js';
import { PATIENCE } from '../support/until.js';

const CASES = 500;
const UNITS = 40;
/** What the board lists of a kind, and the rows of a page of its table of units. */
const LISTED = 50;
const UNITS_SHOWN = 12;
const HOUR = 3_600_000;

/** The real API, database and page; a board asks no engine. */
describe('The board of 500 open cases', () => {
  let bench: ApiBench;
  let server: Server;
  let close = (): Promise<unknown> => Promise.resolve();
  let page: Page;
  const faults: string[] = [];

  before(async function () {
    this.timeout(240_000);
    const executablePath = await findChromium();
    if (executablePath === undefined) {
      console.log('    skipped: no Chromium is installed');
      this.skip();
    }
    await buildPages(root, console.log);
    bench = await openApiBench({ webFolder: join(root, 'web', 'dist') });
    await fill(bench);
    server = createServer(bench.app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'] });
    close = async () => {
      await browser.close();
      server.close();
      await bench.close();
    };
    page = await openBoard(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, faults);
  });

  after(() => close());

  it('counts all of them', async () => {
    expect(await figures(page)).to.include({ 在办: 500, 超期: 100, 临期: 100, 正常: 300 });
    expect(await page.getByText(/^已超期（100）$/).count()).to.equal(1);
    expect(await page.getByText(/^将超期（100）$/).count()).to.equal(1);
  });

  it('draws no more rows than a person can look through', async () => {
    for (const list of ['已超期', '将超期']) {
      expect(await page.getByRole('list', { name: list }).getByRole('listitem').count()).to.equal(LISTED);
      expect(await page.getByText('只列最急的 50 件，共 100 件。').count()).to.equal(2);
    }
    expect(await page.getByRole('row').count()).to.be.within(2, UNITS_SHOWN + 1);
  });

  it('follows a burst of changes without drawing anew what stays, and keeps the place of who works on it', async () => {
    const link = page.getByRole('list', { name: '将超期' }).getByRole('link').first();
    await link.focus();
    await page.evaluate(`for (const row of document.querySelectorAll('ol.rows li')) row.dataset.before = 'yes'`);
    for (let n = 0; n < 20; n += 1) await makeLate(bench, n);
    await page.getByText(/^已超期（120）$/).waitFor();

    expect(await figures(page)).to.include({ 在办: 500, 超期: 120, 临期: 100, 正常: 280 });
    expect(await page.evaluate(`document.activeElement?.closest('ol')?.getAttribute('aria-label')`)).to.equal('将超期');
    expect(await page.locator('ol[aria-label="将超期"] li[data-before="yes"]').count()).to.equal(LISTED);
    expect(await page.getByRole('list', { name: '已超期' }).getByRole('listitem').count()).to.equal(LISTED);
    expect(faults).to.deep.equal([]);
  });
});

/** The figures of the whole locality by their names. */
async function figures(page: Page): Promise<Record<string, number>> {
  const names = await page.locator('dl[aria-label="总数"] dt').allInnerTexts();
  const values = await page.locator('dl[aria-label="总数"] dd').allInnerTexts();

  return Object.fromEntries(names.map((name, index) => [name.trim(), Number(values[index])]));
}

async function openBoard(browser: Browser, url: string, faults: string[]): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const answer = await context.request.post('/api/session', {
    data: { userId: 'linhe.center.supervisor', password },
    headers: { 'x-requested-with': 'huiyin' },
  });
  expect(answer.ok(), await answer.text()).to.equal(true);
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto('/board');
  await page.locator('dl[aria-label="总数"] dd').first().waitFor();
  await page.getByText('实时更新').waitFor();

  return page;
}

/** A fifth of them late, a fifth soon late, the others in time, dealt out to the units. */
async function fill(bench: ApiBench): Promise<void> {
  const { models } = bench.deps;
  const answer = await (await bench.as('center.agent')).post('/api/cases', report()).expect(201);
  const cases = models.connection.collection<{ _id: string }>('cases');
  const pattern = await models.cases.find((answer.body as { caseNumber: string }).caseNumber);
  await cases.deleteMany({});
  const rows = Array.from({ length: CASES }, (_, n) => ({
    ...pattern,
    _id: `LH-20200101-${String(n).padStart(4, '0')}`,
    title: `第 ${n} 件`,
    stage: 'handling',
    holder: { unitId: `unit-${n % UNITS}` },
    unsent: [],
    ...dueIn(bench.clock.now(), [-1, 1, 9, 9, 9][n % 5] ?? 9, n),
  }));
  await cases.insertMany(rows);
}

/** Warned of two hours before; `n` seconds keep those of an hour apart. */
const dueIn = (now: Date, hours: number, n: number) => ({
  dueAt: new Date(now.getTime() + hours * HOUR + n * 1_000),
  warnAt: new Date(now.getTime() + (hours - 2) * HOUR),
});

/** One of those that were in time. */
const makeLate = ({ clock, deps: { models } }: ApiBench, n: number) =>
  models.connection
    .collection<{ _id: string }>('cases')
    .updateOne({ _id: `LH-20200101-${String(5 * n + 2).padStart(4, '0')}` }, { $set: dueIn(clock.now(), -2, n) });
