import { expect } from 'chai';
import type { CaseDetail, CasePage } from '../../api/contract/case.js';
import { numberOf, openDesk as desk, saved } from './intake-desk.js';
import { stageOrSkip, type WebStage } from './stage.js';

describe('The intake desk, when something goes wrong or there is no mouse', () => {
  let stage: WebStage;
  const agent = 'baicheng.center.agent';
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('gives back what was typed when the browser dies, and when it is put away forgets it', async () => {
    const first = await stage.visit(agent);
    const page = await desk(first);
    await page.getByLabel('来电号码').fill('13843622222');
    await page.getByLabel('来电内容').fill('铁鹤小区一号楼地沟堵了');
    await saved(page);
    const inspector = await first.context.newCDPSession(page);
    const dead = page.waitForEvent('crash');
    inspector.send('Page.crash').catch(() => undefined);
    await dead;
    await first.context.close();

    const second = await stage.visit(agent);
    const again = await desk(second);
    await again.getByText(/有一件没登记完：铁鹤小区一号楼地沟堵了/).waitFor();
    await second.picture('intake-draft');
    await again.getByRole('button', { name: '继续填写' }).click();
    expect(await again.getByText(/没登记完/).count()).to.equal(0);
    expect(await again.getByLabel('来电内容').inputValue()).to.equal('铁鹤小区一号楼地沟堵了');
    expect(await again.getByLabel('来电号码').inputValue()).to.equal('13843622222');
    await again.reload();
    const forgotten = again.waitForResponse((answer) => answer.request().method() === 'DELETE');
    await again.getByRole('button', { name: '丢弃' }).click();
    await forgotten;
    await again.reload({ waitUntil: 'networkidle' });
    await again.getByLabel('来电号码').waitFor();
    expect(await again.getByText(/没登记完/).count()).to.equal(0);
    await second.close();
  });

  it('loses nothing when the session ends in the midst of a call, or the connection goes', async () => {
    const visit = await stage.visit(agent);
    const page = await desk(visit);
    await page.getByLabel('来电内容').fill('火车站小广场积水');
    await visit.context.setOffline(true);
    await page.getByLabel('详细地址').fill('火车站小广场');
    await page.locator('[data-draft="failed"]').waitFor();
    await visit.context.setOffline(false);
    await saved(page);
    await visit.context.clearCookies();
    await page.getByLabel('来电内容').fill('火车站小广场积水，很深');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await page.getByLabel('用户名').fill(agent);
    await page.getByLabel('密码').fill(stage.password);
    await page.getByRole('button', { name: '登录' }).click();

    await page.getByLabel('来电内容').waitFor();
    expect(await page.getByLabel('来电内容').inputValue()).to.equal('火车站小广场积水，很深');
    expect(await page.getByLabel('详细地址').inputValue()).to.equal('火车站小广场');
    await page.getByLabel('详细地址').fill('');
    await page.getByLabel('来电内容').fill('');
    await saved(page);
    await visit.close();
  });

  it('registers a case by the keyboard alone', async () => {
    const visit = await stage.visit(agent);
    const page = await desk(visit);
    const { keyboard } = page;
    const focused = () => page.evaluate<string>('document.activeElement?.id || document.activeElement?.name || ""');
    const tabTo = async (id: string) => {
      for (let tabs = 0; tabs < 12; tabs += 1) {
        await keyboard.press('Tab');
        if ((await focused()) === id) return;
      }
      throw new Error(`Tab leads to no #${id}`);
    };
    const find = async (typed: string, option: string) => {
      await keyboard.type(typed);
      await page.locator('.ant-select-tree-title', { hasText: option }).first().waitFor();
      await keyboard.press('Enter');
    };
    await keyboard.type('13843655555');
    await tabTo('intake-caller-name');
    await keyboard.type('赵女士');
    await tabTo('intake-text');
    await keyboard.type('楼道灯坏了，晚上看不见路');
    await tabTo('intake-place-unitId');
    await find('bhsq', '白鹤社区');
    await tabTo('intake-place-address');
    await keyboard.type('白鹤小区5号楼');
    await page.keyboard.press('Tab');
    while (!(await page.evaluate<boolean>('document.activeElement?.type === "radio"'))) await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    await tabTo('intake-category');
    await find('其他', '其他');
    await page.getByRole('complementary', { name: '参考' }).getByText('办结', { exact: true }).waitFor();
    await visit.picture('intake-keyboard');
    while (!(await page.evaluate<boolean>('document.activeElement?.textContent?.startsWith("登记（")')))
      await keyboard.press('Tab');
    await keyboard.press('Enter');

    await page.getByText('已登记，请读给来电人').waitFor();
    const found = await stage.person(agent).get<CaseDetail>(`/cases/${await numberOf(page)}`);
    expect(found).to.include({ text: '楼道灯坏了，晚上看不见路', category: 'other' });
    expect(found.kind).to.be.a('string');
    expect(found.caller).to.deep.equal({ name: '赵**', phone: '138****5555' });
    expect(found.place).to.deep.equal({ unitId: 'baihe-community', address: '白鹤小区5号楼' });
    await visit.close();
  });

  it('registers a case once when the answer is lost on its way, and says so when it is sent again', async () => {
    const visit = await stage.visit(agent);
    const page = await desk(visit);
    const text = '长庆街路灯成片不亮，已经三天';
    await page.getByLabel('来电号码').fill('13843666666');
    await page.getByLabel('来电内容').fill(text);
    await page.getByRole('radiogroup', { name: '去向' }).getByText('登记后再定').click();
    await page.route('**/api/cases', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.keyboard.press('Control+Enter');
    await page.getByText('连接不上服务器').waitFor();
    expect(await page.getByLabel('来电内容').inputValue()).to.equal(text);
    await page.unroute('**/api/cases');
    await page.keyboard.press('Control+Enter');
    await page.getByText('上次提交时已经登记，没有重复登记').waitFor();
    await visit.picture('intake-once');

    const caseNumber = await numberOf(page);
    const code = (await page.getByTestId('code').innerText()).trim();
    const found = await stage
      .person(agent)
      .get<CasePage>(`/cases?text=${encodeURIComponent(text.slice(0, 14))}&locality=baicheng`);
    expect(found.items.map((one) => one.caseNumber)).to.deep.equal([caseNumber]);
    await stage.person(undefined).post('/public/progress', { caseNumber, code });
    await visit.close();
  });
});
