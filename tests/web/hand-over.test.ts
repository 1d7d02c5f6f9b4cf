import { expect } from 'chai';
import type { StepList } from '../../api/contract/record.js';
import { caseAtIntake } from './desk.js';
import { pick } from './pick.js';
import { stageOrSkip, type WebStage } from './stage.js';

const [agent, agent2] = ['baicheng.center.agent', 'baicheng.center.agent2'];

describe('Handing a task over', function () {
  this.timeout(120_000);
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('gives it to a colleague, who finds it among theirs; the one who gave it only looks on', async () => {
    const { caseNumber, taskKey } = await caseAtIntake(stage, '转交给同事');
    const visit = await stage.visit(agent);
    const page = await visit.open(`/tasks/${taskKey}`);
    await page.getByRole('button', { name: '领取' }).click();
    await page.getByText('由您办理').waitFor();
    await page.getByRole('button', { name: '转交' }).click();
    const dialog = page.getByRole('dialog', { name: '转交“受理分类”' });
    await dialog.getByRole('button', { name: '转交' }).click();
    await dialog.getByText('请选择同事').waitFor();
    const { name } = (await stage.person(agent).get<{ name: string }[]>(`/tasks/${taskKey}/colleagues`))[0]!;
    await pick(page, '转交给', [name]);
    await dialog.getByLabel('说明（可不填）').fill('我下班了');
    await visit.picture('hand-over');
    expect(await visit.axe()).to.deep.equal([]);
    await dialog.getByRole('button', { name: '转交' }).click();
    await page.getByText('已由同事领取，您只能查看').waitFor();
    expect(await page.getByRole('button', { name: '提交' }).isEnabled()).to.equal(false);
    await visit.close();

    const other = await stage.visit(agent2);
    await (await other.open('/tasks?whose=mine')).getByRole('link', { name: /转交给同事/ }).click();
    await other.page.getByText('由您办理').waitFor();
    await other.close();
    const { steps } = await stage.person(agent).get<StepList>(`/cases/${caseNumber}/steps`);
    expect(steps.find(({ act }) => act === 'hand-over-task')?.data).to.include({ to: agent2, reason: '我下班了' });
  });
});
