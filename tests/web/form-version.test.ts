import { expect } from 'chai';
import type { StepList } from '../../api/contract/record.js';
import type { FormComponent } from '../../forms/schema.js';
import { caseAtHandler } from './desk.js';
import { publishAsItIs, publishChanged } from './publish-changed.js';
import { stageOrSkip, type Visit, type WebStage } from './stage.js';

const clerk = 'baicheng.zhongxing-heating.clerk';
const renewed = /表单已更新为新版本/;

describe('A new version of a form that is published while a task is open', function () {
  this.timeout(300_000);
  let stage: WebStage;
  let begun: Awaited<ReturnType<typeof caseAtHandler>>;
  let first: Visit | undefined;

  before(async function () {
    stage = await stageOrSkip(this);
  });
  before(async () => {
    begun = await caseAtHandler(stage, '旧表单上的漏水');
    first = await halfFilled(begun.taskKey, '旧表单里写的答复');
    await publishChanged(stage, { file: 'shared/handle.form', tag: 'new-form', change: newForm });
  });
  after(async () => {
    await first?.close();
    await publishAsItIs(stage, 'form-as-before');
  });

  it('changes nothing on its page, where it is handed in as it was begun', async () => {
    const { page } = first!;
    await page.reload();
    await page.getByText('已恢复您上次没有提交的内容。').waitFor();
    expect(await page.getByText(renewed).count()).to.equal(0);
    expect(await page.getByLabel('答复', { exact: true }).inputValue()).to.equal('旧表单里写的答复');
    expect(await page.getByRole('checkbox', { name: '读数' }).isChecked()).to.equal(true);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('“承办”已提交').waitFor();

    expect(await handedIn(begun)).to.include({ reply: '旧表单里写的答复' });
    expect(first!.faults).to.deep.equal([]);
  });

  it('is what tasks that begin afterwards ask', async () => {
    const { taskKey } = await caseAtHandler(stage, '新表单上的漏水');
    const visit = await stage.visit(clerk);
    const page = await visit.open(`/tasks/${taskKey}`);
    await page.getByLabel('办理情况').waitFor();
    expect(await page.getByLabel('答复', { exact: true }).count()).to.equal(0);
    expect(await page.getByRole('checkbox', { name: '读数' }).count()).to.equal(0);
    expect(await page.getByText(renewed).count()).to.equal(0);
    await visit.close();
  });

  /** A page on which the handler has begun to write. */
  async function halfFilled(taskKey: string, reply: string): Promise<Visit> {
    const visit = await stage.visit(clerk);
    const page = await visit.open(`/tasks/${taskKey}`);
    await page.getByLabel('答复', { exact: true }).fill(reply);
    await page.getByLabel('已解决').first().check();
    await page.getByRole('checkbox', { name: '读数' }).check();
    await page.getByText('草稿已保存').waitFor();

    return visit;
  }

  async function handedIn({ caseNumber, taskKey }: typeof begun): Promise<unknown> {
    const { steps } = await stage.person(clerk).get<StepList>(`/cases/${caseNumber}/steps`);

    return steps.find(({ act, data }) => act === 'complete-task' && data['taskKey'] === taskKey)?.data['submission'];
  }
});

/** What the handler is asked: another label, and one choice less. */
function newForm(text: string): string {
  const form = JSON.parse(text) as { components: FormComponent[] };
  const components = form.components.map((one) => {
    if (one.key === 'reply') return { ...one, label: '办理情况' };
    if (one.key === 'evidenceKinds') return { ...one, values: one.values?.filter(({ value }) => value !== 'reading') };

    return one;
  });

  return JSON.stringify({ ...form, components }, null, 2);
}
