import { expect } from 'chai';
import type { CaseDetail } from '../../api/contract/case.js';
import type { CaseDocument, StepList } from '../../api/contract/record.js';
import type { TaskDetail } from '../../api/contract/task.js';
import { complete, taskOf } from './acts.js';
import { caseBeforeLeader, reportResult } from './led-case.js';
import { pick } from './pick.js';
import { stageOrSkip, type Visit, type WebStage } from './stage.js';

const post = 'fengjie.county.leader';

describe("The leader's pages", function () {
  this.timeout(240_000);
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('let a leader read, call an on-site meeting, and sign, on a phone', async () => {
    const { caseNumber } = await caseBeforeLeader(stage, '桐凤路一片漆黑');
    const visit = await stage.visit(post, { on: 'phone' });
    const page = await visit.open('/');
    await page.getByRole('heading', { name: '领办', level: 1 }).waitFor();
    await visit.picture('lead-phone');
    expect(await visit.axe()).to.deep.equal([]);
    await openTask(visit, '桐凤路一片漆黑', '领导批示');
    await page.locator('iframe').first().contentFrame().getByText('两家均不认领').waitFor();

    await page.getByText('召集现场办公', { exact: true }).tap();
    await page.getByRole('radio', { name: '召集现场办公', checked: true }).waitFor();
    await pick(page, '参加现场办公的单位', ['县住房城乡建设委', '县城管局']);
    await pick(page, '办结期限', ['30 天']);
    await page.getByRole('button', { name: '签字并提交' }).tap();
    await page.getByText('请填写“批示内容”').waitFor();
    expect(await page.getByRole('dialog').count(), 'asked for no signature yet').to.equal(0);
    await page.getByLabel('批示内容').fill('到现场办公，当场划清权责，四月底前亮灯。');
    await visit.picture('lead-task-phone');
    expect(await visit.axe()).to.deep.equal([]);
    await sign(visit, /分管领导|领导/, 'lead-sign-phone');

    await page.getByText('“领导批示”已签署').waitFor();
    await taskOf(stage.person('fengjie.center.supervisor'), caseNumber, '会商记录');
    const { steps } = await stage.person(post).get<StepList>(`/cases/${caseNumber}/steps`);
    expect(JSON.stringify(steps.filter(({ by }) => by.userId === post))).to.include('四月底前亮灯');
    await page.getByRole('link', { name: '看批示单和全程记录' }).tap();
    await page.getByRole('tab', { name: '文书' }).tap();
    await page.getByRole('button', { name: /批示/ }).tap();
    await page.getByRole('dialog').locator('iframe').contentFrame().getByText('四月底前亮灯').waitFor();
    await visit.picture('lead-instruction-phone');
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  it('let a leader name the unit, and later approve the result', async () => {
    const { caseNumber } = await caseBeforeLeader(stage, '桐凤路指定城管');
    const visit = await stage.visit(post, { on: 'phone' });
    const page = await visit.open('/lead');
    await openTask(visit, '桐凤路指定城管', '领导批示');
    await page.getByRole('radio', { name: '直接明确责任单位' }).check();
    await pick(page, '责任单位', ['县城管局']);
    await pick(page, '办结期限', ['3 天']);
    await page.getByLabel('批示内容').fill('由县城管局接收并修复。');
    await sign(visit, /领导/);
    await page.getByRole('button', { name: '回到领办' }).tap();
    await reportResult(stage, caseNumber, 'urban-management', '城管局已接收管养，全部亮灯。');
    await taskOf(stage.person(post), caseNumber, '领导审定');
    const papers = await stage.person(post).get<CaseDocument[]>(`/cases/${caseNumber}/documents`);
    expect(papers.map(({ kind }) => kind)).to.include('leader-instruction');

    await page.reload();
    await openTask(visit, '桐凤路指定城管', '领导审定');
    await page.getByText('城管局已接收管养，全部亮灯。').first().waitFor();
    await page.getByRole('radio', { name: '同意办结' }).check();
    await visit.picture('lead-result-phone');
    await sign(visit, /领导/);
    await page.getByText('“领导审定”已签署').waitFor();
    await taskOf(stage.person('fengjie.center.callback'), caseNumber, '回访');
    const found = await stage.person(post).get<CaseDetail>(`/cases/${caseNumber}`);
    expect(found.orders.find(({ unitId }) => unitId === 'urban-management')?.state).to.equal('accepted');
    await visit.close();
  });

  it('say who was first when the instruction was given elsewhere meanwhile, and keep what is written', async () => {
    const { caseNumber, taskKey } = await caseBeforeLeader(stage, '桐凤路别处先批');
    const visit = await stage.visit(post, { on: 'phone' });
    const page = await visit.open(`/lead/${taskKey}`);
    await page.getByRole('radio', { name: '情况属实，按规定向诉求人说明' }).check();
    await page.getByLabel('批示内容').fill('请依规说明，并抄送街道。');
    const first = { leaderAct: 'explain', sweep: 'no', instruction: '先批的一份。' };
    // The page learns of it by signing, not by looking again.
    await page.route(`**/api/tasks/${taskKey}`, async (route) => {
      const answer = await route.fetch();
      const task = (await answer.json()) as TaskDetail;
      await route.fulfill({ response: answer, json: { ...task, state: 'created', ended: null } });
    });
    await complete(stage.person(post), caseNumber, '领导批示', first);
    const refused = page.waitForResponse((answer) => answer.url().endsWith(`/tasks/${taskKey}/complete`));
    await sign(visit, /领导/);

    expect((await refused).status()).to.equal(409);
    await page.getByText(/任务已于 .+ 由.+完成/).waitFor();
    expect(await page.getByLabel('批示内容').inputValue()).to.equal('请依规说明，并抄送街道。');
    await page.getByRole('button', { name: '复制我填写的内容' }).waitFor();
    await visit.picture('lead-conflict-phone');
    const { steps } = await stage.person(post).get<StepList>(`/cases/${caseNumber}/steps`);
    expect(JSON.stringify(steps)).to.include('先批的一份').and.to.not.include('抄送街道');
    await visit.close();
  });
});

/** Opens a matter of the list by its title. */
async function openTask({ page }: Visit, title: string, task: string): Promise<void> {
  await page
    .getByRole('region', { name: '待我批示和签字' })
    .getByRole('link', { name: new RegExp(`${task}.*${title}`) })
    .tap();
  await page.getByRole('heading', { name: task, level: 1 }).waitFor();
}

/** Signs what is filled in, seeing once more as whom and what. */
async function sign(visit: Visit, who: RegExp, name?: string): Promise<void> {
  const { page } = visit;
  await page.getByRole('button', { name: '签字并提交' }).click();
  const dialog = page.getByRole('dialog', { name: '审核签字' });
  await dialog.getByText(who).first().waitFor();
  if (name !== undefined) await visit.picture(name);
  await dialog.getByRole('button', { name: '确认签字' }).click();
}
