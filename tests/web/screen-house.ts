import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { hashPassword } from '../../api/session/passwords.js';
import { findChromium } from '../../local/chromium.js';
import { buildPages } from '../../local/pages.js';
import { loadLocalities } from '../../procedures/localities.js';
import { openApiBench, password, type ApiBench } from '../api/workbench.js';
import { root } from '../support/throw-away.js';
import { PATIENCE } from '../support/until.js';

/** The real pages, API and database with the real localities, at a time of one's choice; figures need no engine. */
export interface ScreenHouse {
  readonly bench: ApiBench;
  /** A window of somebody's (`<locality>.<unit>.<role>`), with the page's clock where the API's stands. */
  open(userId: string, path: string, options?: BrowserContextOptions): Promise<Window>;
  close(): Promise<void>;
}

export interface Window {
  readonly page: Page;
  /** Script errors. */
  readonly faults: string[];
}

/** Undefined when no Chromium is installed. */
export async function openScreenHouse(now: Date): Promise<ScreenHouse | undefined> {
  const executablePath = await findChromium();
  if (executablePath === undefined) return undefined;
  await buildPages(root, () => undefined);
  const bench = await openApiBench({ webFolder: join(root, 'web', 'dist'), localities: withRealOnes() });
  bench.clock.pin(now);
  const server = createServer(bench.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'] });

  return {
    bench,
    open: async (userId, path, options = {}) => {
      if ((await bench.deps.models.users.find(userId)) === null) await addAccount(bench, userId);
      const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
      const headers = { 'x-requested-with': 'huiyin' };
      const answer = await context.request.post('/api/session', { data: { userId, password }, headers });
      if (!answer.ok()) throw new Error(await answer.text());
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      await page.clock.install({ time: bench.clock.now() });
      await page.goto(path);

      return { page, faults };
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await bench.close();
    },
  };
}

/** The bench's own town beside them, for its accounts. */
function withRealOnes() {
  const [town, real] = [loadLocalities(join(root, 'tests', 'api', 'bpmn')), loadLocalities(join(root, 'bpmn'))];
  const ids = [...town.ids, ...real.ids];

  return {
    ...real,
    ids,
    all: () => [...town.all(), ...real.all()],
    get: (id: string) => (town.ids.includes(id) ? town.get(id) : real.get(id)),
  };
}

async function addAccount({ deps }: ApiBench, userId: string): Promise<void> {
  const [locality = '', unitId = '', role = ''] = userId.split('.');
  const passwordHash = await hashPassword(password);
  const roles = [role as 'supervisor'];
  await deps.models.users.insert({
    _id: userId,
    name: '督办人',
    locality,
    unitId,
    roles,
    passwordHash,
    disabled: false,
  });
}
