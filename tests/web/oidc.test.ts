import { expect } from 'chai';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createApp } from '../../api/app.js';
import { findChromium } from '../../local/chromium.js';
import { buildPages } from '../../local/pages.js';
import { openApiBench, password, type ApiBench } from '../api/workbench.js';
import { CLIENT, closed, listen, openProvider, type TestProvider } from '../support/oidc-provider.js';
import { root } from '../support/throw-away.js';
import { PATIENCE } from '../support/until.js';

const CLERK = 'linhe.housing.clerk';

describe('Signing in at a provider', () => {
  let bench: ApiBench;
  let provider: TestProvider;
  let server: Server;
  let pages: string;
  let browser: Browser | undefined;

  before(async function () {
    this.timeout(240_000);
    const executablePath = await findChromium();
    if (executablePath === undefined) return this.skip();
    await buildPages(root, () => undefined);
    provider = await openProvider();
    bench = await openApiBench();
    const oidc = { ...CLIENT, issuer: provider.issuer, name: '市政务统一认证', userClaim: 'preferred_username' };
    server = createServer(createApp({ ...bench.deps, oidc, webFolder: join(root, 'web', 'dist') }));
    pages = await listen(server);
    provider.register(pages);
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'] });
  });
  after(async () => {
    await browser?.close();
    await closed(server);
    await provider.close();
    await bench.close();
  });

  const open = async (path: string): Promise<Page> => {
    const context = await browser!.newContext({
      baseURL: pages,
      locale: 'zh-CN',
      viewport: { width: 390, height: 844 },
    });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(path, { waitUntil: 'networkidle' });

    return page;
  };
  /** From our sign-in page to the provider, through its forms, and back. */
  const signInAs = async (page: Page, login: string) => {
    await page.getByRole('link', { name: '市政务统一认证登录' }).click();
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill('not-asked-here');
    await page.locator('button[type=submit]').click();
    const consent = page.getByRole('button', { name: /continue/i });
    await consent.waitFor();
    await consent.click();
    await page.waitForURL(`${pages}/**`);
  };

  it('brings people back to where they were, with a session like any other', async () => {
    const page = await open('/account');
    await page.screenshot({ path: join(root, 'coverage', 'screens', 'sign-in-oidc-phone.png') });
    await signInAs(page, CLERK);

    await page.getByRole('heading', { name: '修改密码' }).waitFor();
    expect(new URL(page.url()).pathname).to.equal('/account');
    const cookies = await page.context().cookies(`${pages}/api`);
    const session = cookies.find(({ name }) => name === 'huiyin_session');
    expect(session).to.include({ httpOnly: true, sameSite: 'Strict', path: '/api' });
    expect((await page.context().cookies()).some(({ name }) => name === 'huiyin_oidc')).to.equal(false);
    const me = await page.context().request.get('/api/session');
    expect(((await me.json()) as { userId: string }).userId).to.equal(CLERK);
    await page.context().close();
  });

  it('lets nobody in whom the provider knows and we do not', async () => {
    const page = await open('/sign-in');
    await signInAs(page, 'somebody.else');

    await page.getByText('本系统没有您的账号或账号已停用').waitFor();
    expect((await page.context().request.get('/api/session')).status()).to.equal(401);
    await page.context().close();
  });

  it('lets nobody in whose account is disabled', async () => {
    const userId = 'linhe.water.clerk';
    await bench.deps.models.users.disable(userId, true);
    const page = await open('/sign-in');
    await signInAs(page, userId);

    await page.getByText('本系统没有您的账号或账号已停用').waitFor();
    expect((await page.context().request.get('/api/session')).status()).to.equal(401);
    await bench.deps.models.users.disable(userId, false);
    await page.context().close();
  });

  it('takes no answer that this browser did not ask for, or that was changed on the way', async () => {
    const stranger = await open('/api/session/oidc/callback?code=stolen&state=guessed');
    await stranger.getByText('登录用时过长或页面已过期').waitFor();

    const begun = await open('/sign-in');
    const away = await begun.context().request.get('/api/session/oidc?to=/tasks', { maxRedirects: 0 });
    expect(new URL(away.headers()['location']!).searchParams.get('code_challenge_method')).to.equal('S256');
    await begun.goto('/api/session/oidc/callback?code=stolen&state=guessed');
    await begun.getByText('统一身份认证没有通过').waitFor();
    expect((await begun.context().request.get('/api/session')).status()).to.equal(401);
    // The attempt is used up.
    await begun.goto('/api/session/oidc/callback?code=stolen&state=guessed');
    await begun.getByText('登录用时过长或页面已过期').waitFor();
    await Promise.all([stranger.context().close(), begun.context().close()]);
  });

  it('leads to no other site afterwards', async () => {
    const page = await open('/sign-in?to=//elsewhere.example');
    await signInAs(page, CLERK);

    await page.getByRole('navigation', { name: '主菜单' }).waitFor();
    expect(page.url().startsWith(pages)).to.equal(true);
    await page.context().close();
  });

  it('keeps the local accounts, and says so when the provider is away', async () => {
    const away = createServer(
      createApp({
        ...bench.deps,
        oidc: { ...CLIENT, issuer: 'http://127.0.0.1:9', name: '统一认证', userClaim: 'sub' },
        webFolder: join(root, 'web', 'dist'),
      }),
    );
    const address = await listen(away);
    const page = await open(`${address}/sign-in`);
    await page.getByRole('link', { name: '统一认证登录' }).click();
    await page.getByText('统一身份认证暂时连接不上').waitFor();
    await page.getByLabel('用户名').fill(CLERK);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('button', { name: /承办/ }).waitFor();
    await page.context().close();
    await closed(away);
  });

  it('is not offered where none is set up', async () => {
    const local = createServer(createApp({ ...bench.deps, webFolder: join(root, 'web', 'dist') }));
    const address = await listen(local);
    const page = await open(`${address}/sign-in`);
    expect(await (await page.context().request.get(`${address}/api/session/ways`)).json()).to.deep.equal({
      oidc: null,
    });
    expect((await page.context().request.get(`${address}/api/session/oidc`)).status()).to.equal(404);
    expect(await page.getByRole('link', { name: /认证登录/ }).count()).to.equal(0);
    await page.context().close();
    await closed(local);
  });
});
