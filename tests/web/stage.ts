import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { chromium } from 'playwright-core';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '../../local/chromium.js';
import { freePort } from '../../local/ports.js';
import { Person } from '../../stories/people.js';
import { startCommand } from '../support/start-command.js';
import { root } from '../support/throw-away.js';
import { PATIENCE, until } from '../support/until.js';

/** A whole system as `npm start` makes it, with demo accounts, and a real browser to look at its pages. */
export interface WebStage {
  readonly url: string;
  readonly password: string;
  /** Those that run here. */
  readonly localities: readonly string[];
  /** Address of the engine's REST door, `http://host:port`. */
  readonly engine: string;
  /** Environment of a command-line tool, or of another API process, that works on this system. */
  readonly tools: NodeJS.ProcessEnv;
  /** Somebody at the API, to bring a case where a page needs it; `undefined` is a stranger. */
  person(userId: string | undefined): Person;
  /** A window of one's own. Its faults (script errors, 5xx) are collected in `faults`. */
  visit(userId: string | undefined, options?: VisitOptions): Promise<Visit>;
}

export interface VisitOptions {
  /** Default: a desktop of 1280 × 900; `phone` is 390 × 844 with touch. */
  readonly on?: 'desktop' | 'phone';
  /** Address that the API takes the visitor's for: what one of them tries too often is not held against others. */
  readonly from?: string;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
  /** Opens an address below the stage's own and waits until nothing is loading. */
  open(path: string): Promise<Page>;
  /** Violations of WCAG 2 A and AA as axe finds them, a line each. */
  axe(): Promise<string[]>;
  /** Writes `coverage/screens/<name>.png` for people to look at. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** One stage for all files of this mocha process. Undefined when no Chromium is installed. */
export const webStage = (): Promise<WebStage | undefined> => (shared ??= openStage());

/** For `before` of a test of pages: the stage, or the test is skipped with its reason printed. */
export async function stageOrSkip(context: Mocha.Context): Promise<WebStage> {
  context.timeout(480_000);
  const stage = await webStage();
  if (stage !== undefined) return stage;
  console.log('    skipped: no Chromium is installed');
  return context.skip();
}

let shared: Promise<WebStage | undefined> | undefined;
let close = (): Promise<unknown> => Promise.resolve();

// Of the whole run, for this module is loaded outside of any suite.
after(async function () {
  this.timeout(90_000);
  await close();
});

/** Pages link there; nothing answers at it. */
export const operateUrl = 'http://operate.invalid/operate';
const localities = (process.env['WEB_STAGE_LOCALITIES'] ?? 'baicheng,fengjie,helinger,jilin,zhangye').split(',');
const axeScript = join(root, 'node_modules', 'axe-core', 'axe.min.js');
const screens = join(root, 'coverage', 'screens');

async function openStage(): Promise<WebStage | undefined> {
  const executablePath = await findChromium();
  if (executablePath === undefined) return undefined;
  const [rest, grpc, database] = [await freePort(), await freePort(), await freePort()];
  const secrets = { SESSION_SECRET: randomBytes(48).toString('hex'), IDENTITY_KEY: randomBytes(32).toString('base64') };
  const env = {
    ...process.env,
    ...secrets,
    ENGINE_REST_PORT: String(rest),
    ENGINE_GRPC_PORT: String(grpc),
    DATABASE_PORT: String(database),
    OPERATE_URL: operateUrl,
    // The visitor's own address stands in a header, as a proxy in front would write it.
    TRUST_PROXY: '1',
    LOCALITIES: localities.join(','),
  };
  const start = await startCommand({ args: ['--demo'], env });
  const output = await start.said('demo accounts', 420_000);
  const password = /demo accounts, password (\S+)/.exec(output)?.[1] ?? '';
  const adminPassword = /administrator: admin, password ([^\s)]+)/.exec(output)?.[1] ?? '';
  const url = `http://127.0.0.1:${start.port}`;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'] });
  close = async () => {
    await browser.close();
    start.signal('SIGTERM');
    await start.ended();
  };

  return {
    url,
    password,
    localities,
    engine: `http://127.0.0.1:${rest}`,
    tools: {
      ...process.env,
      ...secrets,
      ZEEBE_REST_ADDRESS: `http://127.0.0.1:${rest}`,
      ZEEBE_GRPC_ADDRESS: `127.0.0.1:${grpc}`,
      MONGODB_URI: `mongodb://127.0.0.1:${database}/huiyin?directConnection=true`,
    },
    person: (userId) => {
      const known = people.get(userId) ?? new Person(userId, url, password);
      people.set(userId, known);
      return known;
    },
    visit: (userId, options = {}) =>
      visit({ browser, url, password: userId === 'admin' ? adminPassword : password }, userId, options),
  };
}

interface House {
  browser: Browser;
  url: string;
  password: string;
}

/** Each signs in once: more sign-ins a minute than the API takes from one address would be needed else. */
const people = new Map<string | undefined, Person>();
const sessions = new Map<string, Cookies>();

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

async function visit(house: House, userId: string | undefined, options: VisitOptions): Promise<Visit> {
  const { browser, url, password } = house;
  const { on = 'desktop', from } = options;
  const size = on === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 900 };
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: size,
    hasTouch: on === 'phone',
    // What is looked at stands still: no colour is caught halfway.
    reducedMotion: 'reduce',
    ...(from === undefined ? {} : { extraHTTPHeaders: { 'x-forwarded-for': from } }),
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const faults = collectFaults(page);
  const quiet = quietOf(page);
  if (userId !== undefined) await signIn(context, userId, password);

  return {
    page,
    context,
    faults,
    open: async (path) => {
      await page.goto(path);
      await quiet();
      return page;
    },
    axe: () => axeOf(page),
    picture: (name) => pictureOf(page, name),
    close: async () => {
      // Answers that a test holds back belong to nobody any more.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    },
  };
}

/** Over HTTP, as the sign-in page does it; the cookie is the context's from then on. A session that a test ended is not taken up. */
async function signIn(context: BrowserContext, userId: string, password: string): Promise<void> {
  await context.addCookies(sessions.get(userId) ?? []);
  if ((await context.request.get('/api/session')).ok()) return;
  const answer = await context.request.post('/api/session', {
    data: { userId, password },
    headers: { 'x-requested-with': 'huiyin' },
  });
  if (!answer.ok()) throw new Error(`${userId} cannot sign in: ${await answer.text()}`);
  sessions.set(userId, await context.cookies(`${new URL(answer.url()).origin}/api`));
}

/** Resolves when nothing has been on its way for half a second. Lines of events, which never rest, do not count. */
function quietOf(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let since = Date.now();
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') open.add(request);
    since = Date.now();
  });
  const settle = (request: Request) => {
    open.delete(request);
    since = Date.now();
  };
  page.on('requestfinished', settle);
  page.on('requestfailed', settle);

  return () => until(() => open.size === 0 && Date.now() - since > 500);
}

function collectFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });

  return faults;
}

interface AxeRule {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

export async function pictureOf(page: Page, name: string): Promise<void> {
  await mkdir(screens, { recursive: true });
  await page.screenshot({ path: join(screens, `${name}.png`), fullPage: true });
}

export async function axeOf(page: Page): Promise<string[]> {
  // As an argument to evaluate: the pages' own policy lets no script in that is not theirs.
  await page.evaluate(await readFile(axeScript, 'utf8'));
  const violations = await page.evaluate<AxeRule[]>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then(({ violations }) => violations)`,
  );

  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replaceAll('\n', ' ')}`,
    ),
  );
}
