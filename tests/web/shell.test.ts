import { expect } from 'chai';
import { stageOrSkip, type WebStage } from './stage.js';

describe('The frame around the pages', () => {
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('takes whoever is not signed in for a citizen', async () => {
    const visit = await stage.visit(undefined);
    const page = await visit.open('/');

    await page.getByRole('heading', { name: '件件有回音' }).waitFor();
    expect(await page.getByRole('link', { name: '提交诉求' }).count()).to.be.greaterThan(0);
    expect(await visit.axe()).to.deep.equal([]);
    expect(visit.faults).to.deep.equal([]);
    await visit.picture('welcome');
    await visit.close();
  });

  it('signs in, shows the menu of the role, and goes back to where one wanted to go', async () => {
    const visit = await stage.visit(undefined);
    const page = await visit.open('/account');
    await page.getByLabel('用户名').fill('baicheng.center.agent');
    await page.getByLabel('密码').fill(stage.password);
    await visit.picture('sign-in');
    expect(await visit.axe()).to.deep.equal([]);
    await page.getByRole('button', { name: '登录' }).click();

    await page.getByRole('heading', { name: '修改密码' }).waitFor();
    await page.getByRole('navigation', { name: '主菜单' }).getByText('来电登记').first().waitFor();
    expect(await page.getByText('督办看板').count()).to.equal(0);
    await visit.close();
  });

  it('says what was wrong with a sign-in, and keeps the name', async () => {
    const visit = await stage.visit(undefined);
    const page = await visit.open('/sign-in?to=//elsewhere.example');
    await page.getByLabel('用户名').fill('baicheng.center.agent');
    await page.getByLabel('密码').fill('not the password');
    await page.getByRole('button', { name: '登录' }).click();

    await page.getByText('用户名或密码不正确').waitFor();
    expect(await page.getByLabel('用户名').inputValue()).to.equal('baicheng.center.agent');
    await visit.close();
  });

  it('shows no page of another role', async () => {
    const visit = await stage.visit('baicheng.center.agent', { on: 'phone' });
    const page = await visit.open('/nowhere');

    await page.getByText('没有这个页面').waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.close();
  });
});
