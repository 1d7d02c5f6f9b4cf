import { expect } from 'chai';
import type { CaseDetail } from '../../api/contract/case.js';
import { until } from '../support/until.js';
import { caseAtHandler } from './desk.js';
import { laterInEngine } from './engine-clock.js';
import { reportHeating } from './heating-case.js';
import { pick } from './pick.js';
import { stageOrSkip, type WebStage } from './stage.js';

const supervisor = 'baicheng.center.supervisor';

describe('The list of cases', function () {
  this.timeout(240_000);
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('finds what is late in one unit; a link, going back and loading again keep what was chosen', async () => {
    const { caseNumber } = await caseAtHandler(stage, '热力公司超期件');
    await reportHeating(stage.person('baicheng.center.agent'), '还没有交办的一件');
    const read = () => stage.person(supervisor).get<CaseDetail>(`/cases/${caseNumber}`);
    const hours = (Date.parse((await read()).dueAt!) - Date.now()) / 3_600_000;
    await laterInEngine(stage, hours + 0.1, () => until(async () => (await read()).lamp === 'red', 60_000));
    const visit = await stage.visit(supervisor);
    const page = await visit.open('/cases');
    const list = page.getByRole('list', { name: '诉求件' });
    await list.getByText('还没有交办的一件').first().waitFor();
    await pick(page, '单位', ['中兴热力']);
    await pick(page, '亮灯', ['超期']);
    await pick(page, '排序', ['期限近的在前']);
    await list.getByText('还没有交办的一件').first().waitFor({ state: 'detached' });
    await list.getByRole('link', { name: '热力公司超期件' }).waitFor();
    await visit.picture('cases-late');
    expect(await visit.axe()).to.deep.equal([]);
    const address = page.url();
    expect(Object.fromEntries(new URL(address).searchParams)).to.deep.equal({
      ...{ unitId: 'zhongxing-heating', lamp: 'red', sort: 'dueAt' },
    });

    await list.getByRole('link', { name: '热力公司超期件' }).click();
    await page.getByRole('heading', { name: '热力公司超期件' }).waitFor();
    await page.goBack();
    await list.getByRole('link', { name: '热力公司超期件' }).waitFor();
    expect(page.url()).to.equal(address);
    const phone = await stage.visit(supervisor, { on: 'phone' });
    await phone.open(address);
    await phone.page.getByRole('link', { name: '热力公司超期件' }).waitFor();
    await phone.page.getByTitle('中兴热力', { exact: true }).waitFor();
    expect(await phone.page.getByText('还没有交办的一件').count()).to.equal(0);
    await phone.picture('cases-late-phone');
    await phone.close();
    await visit.close();
  });

  it('turns pages, comes back to the one it was on, and begins anew when the question changes', async () => {
    const agent = stage.person('baicheng.center.agent');
    for (let count = 1; count <= 21; count += 1) await reportHeating(agent, `翻页用的第${count}件`);
    const visit = await stage.visit(supervisor);
    const page = await visit.open('/cases?text=翻页用的&sort=registeredAt');
    const list = page.getByRole('list', { name: '诉求件' });
    await page.getByText('共 21 件').waitFor();
    await list.getByRole('link', { name: '翻页用的第1件', exact: true }).waitFor();
    await page.getByTitle('2', { exact: true }).click();
    await list.getByRole('link', { name: '翻页用的第21件' }).click();
    await page.getByRole('heading', { name: '翻页用的第21件' }).waitFor();
    await page.goBack();
    await list.getByRole('link', { name: '翻页用的第21件' }).waitFor();
    expect(await list.getByRole('listitem').count()).to.equal(1);
    await pick(page, '排序', ['最近登记在前']);
    await list.getByRole('link', { name: '翻页用的第2件' }).waitFor();
    expect(new URL(page.url()).searchParams.has('page')).to.equal(false);
    await visit.open('/cases?text=翻页用的&page=-3&lamp=purple');
    await page.getByRole('alert').waitFor();
    await visit.close();
  });
});

describe('The list of accounts', function () {
  this.timeout(120_000);
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('shuts an account out at once, and lets it in again', async () => {
    const shutOut = 'baicheng.center.policy';
    const colleague = await stage.visit(shutOut, { from: '198.51.100.7' }); // sign-ins are counted by address
    await (await colleague.open('/cases')).getByRole('heading', { name: '诉求件', level: 1 }).waitFor();
    const visit = await stage.visit('admin');
    const page = await visit.open('/users');
    await page.getByRole('searchbox', { name: '查找账号' }).fill(shutOut);
    await page.keyboard.press('Enter');
    const off = page.getByRole('button', { name: `停用 ${shutOut}` });
    await off.click();
    await page.getByRole('button', { name: '停用', exact: true }).last().click();
    await page.getByRole('button', { name: `启用 ${shutOut}` }).waitFor();
    await visit.picture('users-disabled');

    await colleague.page.getByRole('searchbox', { name: '标题' }).fill('停用之后');
    await colleague.page.keyboard.press('Enter');
    await colleague.page.getByLabel('用户名').fill(shutOut);
    await colleague.page.getByLabel('密码').fill(stage.password);
    await colleague.page.getByRole('button', { name: '登录' }).click();
    await colleague.page.getByText('账号已停用').waitFor(); // not the word that the session has ended
    await colleague.picture('users-shut-out');
    await page.getByRole('button', { name: `启用 ${shutOut}` }).click();
    await off.waitFor();
    await colleague.page.getByRole('button', { name: '登录' }).click();
    await colleague.page.getByRole('heading', { name: '诉求件', level: 1 }).waitFor();
    expect(new URL(colleague.page.url()).searchParams.get('text')).to.equal('停用之后');
    await visit.close();
    await colleague.close();
  });
});
