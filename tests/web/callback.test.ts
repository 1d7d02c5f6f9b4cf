import { expect } from 'chai';
import type { Callback } from '../../api/contract/record.js';
import type { Page } from 'playwright-core';
import { until } from '../support/until.js';
import { taskOf } from './acts.js';
import { caseAtCallback } from './desk.js';
import { laterInEngine } from './engine-clock.js';
import { caseAtSecondCallback } from './sampled-case.js';
import { stageOrSkip, type WebStage } from './stage.js';

const post = 'baicheng.center.callback';

describe('The page of callbacks', function () {
  this.timeout(240_000);
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('shows the script, and the number for a reason only', async () => {
    await caseAtCallback(stage, '回访第一件');
    await caseAtCallback(stage, '回访第二件');
    const visit = await stage.visit(post);
    const page = await visit.open('/callbacks');
    await page.getByRole('list', { name: '待回访' }).getByText('回访第一件').click();
    await page.getByRole('heading', { name: '回访：回访第一件' }).waitFor();
    await page.getByText(/您好，这里是民生热线/).waitFor();
    expect(await page.getByText('13804360001').count(), 'masked at first').to.equal(0);
    await page.getByRole('button', { name: '显示号码' }).click();
    await page.getByRole('link', { name: /拨打 .*13804360001/ }).waitFor();
    await visit.close();
  });

  it('goes along the queue by key, and fits a phone', async () => {
    await caseAtCallback(stage, '回访第三件');
    await caseAtCallback(stage, '回访第四件');
    const visit = await stage.visit(post, { on: 'phone' });
    const page = await visit.open('/callbacks');
    const heading = page.getByRole('heading', { level: 2 }).first();
    const before = await heading.textContent();
    await page.keyboard.press('Alt+ArrowDown');
    await until(async () => (await heading.textContent()) !== before, 60_000);
    await visit.picture('callback-phone');
    expect(await visit.axe()).to.deep.equal([]);
    await visit.close();
  });

  it('opens the next one by itself when one is handed in, and says what is missing', async () => {
    const { caseNumber } = await caseAtCallback(stage, '回访满意');
    const visit = await stage.visit(post);
    const page = await visit.open('/callbacks');
    await page.getByRole('list', { name: '待回访' }).getByText('回访满意').click();
    await page.getByRole('heading', { name: '回访：回访满意' }).waitFor();
    await answer(page, { 是否联系上: '是', '承办单位是否联系过您？': '是' });
    await page.getByRole('button', { name: '提交，下一件' }).click();
    await page.getByText('请填写“问题是否解决？”').waitFor();
    await answer(page, { '问题是否解决？': '已解决', '对办理是否满意？': '满意' });
    await page.getByLabel('意见和建议').fill('来得快');
    await visit.picture('callback');
    await page.getByRole('button', { name: '提交，下一件' }).click();

    await page.getByRole('heading', { name: '回访：回访满意' }).waitFor({ state: 'detached' });
    const next = page.getByRole('heading', { name: /^回访：/, level: 2 });
    await next.waitFor();
    expect(await page.evaluate<string>('document.activeElement?.textContent'), 'the keyboard').to.match(/^回访：/);
    expect(await page.getByRole('list', { name: '待回访' }).getByText('回访满意').count()).to.equal(0);
    await until(async () => (await callbacksOf(caseNumber)).length === 1, 60_000);
    const [kept] = await callbacksOf(caseNumber);
    expect(kept).to.include({ attempt: 1, reached: true, solved: true, satisfied: true, opinion: '来得快' });
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  it('asks again later whoever was not reached, as it is drawn', async () => {
    const { caseNumber } = await caseAtCallback(stage, '回访没人接');
    const visit = await stage.visit(post);
    const page = await visit.open('/callbacks');
    const queue = page.getByRole('list', { name: '待回访' });
    await queue.getByText('回访没人接').click();
    await page.getByRole('heading', { name: '回访：回访没人接' }).waitFor();
    await answer(page, { 是否联系上: '否' });
    expect(await page.getByText('问题是否解决？').count(), 'nobody was asked').to.equal(0);
    await page.getByRole('button', { name: '提交，下一件' }).click();
    await page.getByRole('heading', { name: '回访：回访没人接' }).waitFor({ state: 'detached' });
    await until(async () => (await callbacksOf(caseNumber)).length === 1, 60_000);
    const supervisor = await stage.visit('baicheng.center.supervisor');
    await supervisor.open(`/cases/${caseNumber}`);
    await supervisor.page.getByText(/流程停在：.*等待再访/).waitFor();
    await supervisor.close();

    await laterInEngine(stage, 5, () => taskOf(stage.person(post), caseNumber, '回访'));
    await page.reload();
    await queue.getByText('回访没人接').click();
    await page.getByText('第 1 轮第 1 次').first().waitFor();
    await page.getByText('未接通').first().waitFor();
    await answer(page, {
      是否联系上: '是',
      '承办单位是否联系过您？': '是',
      '问题是否解决？': '未解决',
      '对办理是否满意？': '不满意',
    });
    await page.getByRole('button', { name: '提交，下一件' }).click();
    await until(async () => (await callbacksOf(caseNumber)).length === 2, 60_000);
    expect((await callbacksOf(caseNumber)).at(-1)).to.include({ attempt: 2, reached: true, solved: false });
    await visit.close();
  });

  it('asks a sample a second time, without telling what was said the first time', async function () {
    if (!stage.localities.includes('jilin')) return this.skip();
    const { caseNumber } = await caseAtSecondCallback(stage, '抽中二次回访');
    const visit = await stage.visit('jilin.police-command.callback');
    const page = await visit.open('/');
    await page.getByRole('heading', { name: '回访', level: 1 }).waitFor();
    await page.getByRole('list', { name: '待回访' }).getByText('抽中二次回访').click();
    await page.getByRole('heading', { name: '情指中心二次回访：抽中二次回访' }).waitFor();
    await page.getByText(/独立抽查，不看首次回访结果/).waitFor();
    expect(await page.getByText('此前的回访').count()).to.equal(0);
    for (const part of ['回访', '全程记录', '文书']) {
      await page.getByRole('tab', { name: part, exact: true }).click();
      await page.getByRole('tabpanel').getByText(toldIn[part]!).first().waitFor();
      expect(await page.getByText('首次说已经不响了').count(), part).to.equal(0);
      expect(
        await page
          .getByRole('tabpanel')
          .getByText(/满意：|回访记录/)
          .count(),
        part,
      ).to.equal(0);
      await visit.picture(`callback-second-${part}`);
    }
    await answer(page, {
      是否联系上: '是',
      '承办单位是否联系过您？': '是',
      '问题是否解决？': '已解决',
      '是否满意？': '满意',
    });
    await page.getByRole('button', { name: '提交，下一件' }).click();
    await page.getByText('请填写“警容风纪”').waitFor();
    await answer(page, { 语言态度: '好', 执法规范: '好', 诉求处理: '一般', 警容风纪: '好' });
    await visit.picture('callback-second');
    expect(await visit.axe()).to.deep.equal([]);
    await page.getByRole('button', { name: '提交，下一件' }).click();

    await page.getByRole('heading', { name: '情指中心二次回访：抽中二次回访' }).waitFor({ state: 'detached' });
    await until(async () => (await callbacksOf(caseNumber, 'jilin')).length === 2, 60_000);
    const [first, second] = await callbacksOf(caseNumber, 'jilin');
    expect(first).to.include({ sampled: false });
    expect(second).to.deep.include({ sampled: true, solved: true, satisfied: true });
    expect(second?.factors).to.deep.equal({
      language: 'good',
      enforcement: 'good',
      handling: 'fair',
      appearance: 'good',
    });
    return visit.close();
  });

  it('is not for a handler', async () => {
    const visit = await stage.visit('baicheng.zhongxing-heating.clerk');
    const page = await visit.open('/callbacks');
    await page.getByText('您的岗位没有这一页的权限。').waitFor();
    await visit.close();
  });

  const callbacksOf = (caseNumber: string, locality = 'baicheng') =>
    stage.person(`${locality}.center.supervisor`).get<Callback[]>(`/cases/${caseNumber}/callbacks`);
});

/** Answers questions by their words. */
async function answer(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [question, option] of Object.entries(answers))
    await page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: option, exact: true }).check();
}

/** What stands in a part of the panel though the first callback is left out. */
const toldIn: Readonly<Record<string, string | RegExp>> = {
  回访: '二次回访独立抽查：首次回访的内容，本次提交以后再看。',
  全程记录: '承办单位回访登记',
  文书: /交办/,
};
