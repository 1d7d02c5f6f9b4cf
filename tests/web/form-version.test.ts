import { expect } from 'chai';
import type { CaseDetail } from '../../api/contract/case.js';
import type { Instance } from '../../api/contract/instance.js';
import type { StepList } from '../../api/contract/record.js';
import type { FormComponent } from '../../forms/schema.js';
import { complete, taskOf } from './acts.js';
import { caseAtHandler } from './desk.js';
import { askEngine } from './engine-rest.js';
import { publishAsItIs, publishChanged } from './publish-changed.js';
import { stageOrSkip, type Visit, type WebStage } from './stage.js';

const [clerk, agent, supervisor] = [
  'baicheng.zhongxing-heating.clerk',
  'baicheng.center.agent',
  'baicheng.center.supervisor',
];
const renewed = /表单已更新为新版本/;

describe('A new version of a form that is published while a task is open', function () {
  this.timeout(300_000);
  let stage: WebStage;
  let begun: Awaited<ReturnType<typeof caseAtHandler>>;
  let recalled: typeof begun;
  let [first, second]: (Visit | undefined)[] = [];

  before(async function () {
    stage = await stageOrSkip(this);
  });
  before(async () => {
    begun = await caseAtHandler(stage, '旧表单上的漏水');
    recalled = await caseAtHandler(stage, '撤回重派的漏水');
    first = await halfFilled(begun.taskKey, '旧表单里写的答复');
    second = await halfFilled(recalled.taskKey, '撤回前写的答复');
    await publishChanged(stage, { file: 'shared/handle.form', tag: 'new-form', change: newForm });
  });
  after(async () => {
    await Promise.all([first?.close(), second?.close()]);
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

  it('takes over what was typed when the task begins anew, and shows what no longer fits', async () => {
    const { caseNumber, taskKey } = recalled;
    const { page } = second!;
    await migrate(caseNumber);
    await page.reload();
    await page.getByText('已恢复您上次没有提交的内容。').waitFor();
    expect(await page.getByText(renewed).count(), 'an open task keeps its form').to.equal(0);
    await recallAndDispatch(caseNumber);
    const again = await taskOf(stage.person(clerk), caseNumber, '承办');
    expect(again.taskKey).to.not.equal(taskKey);

    await page.getByText('任务已被流程收回，无需再办。').waitFor();
    expect(await page.getByLabel('答复', { exact: true }).inputValue()).to.equal('撤回前写的答复');
    await page.getByRole('button', { name: '带到新的任务接着填' }).click();
    await page.getByText(renewed).waitFor();
    expect(new URL(page.url()).pathname).to.equal(`/tasks/${again.taskKey}`);
    expect(await page.getByLabel('办理情况').inputValue()).to.equal('撤回前写的答复');
    await page.getByText(/按旧表单填写的/).waitFor();
    await page.getByText('佐证种类：读数').waitFor();
    await second!.picture('task-new-form');
    expect(await second!.axe()).to.deep.equal([]);

    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('“承办”已提交').waitFor();
    const sent = await handedIn({ caseNumber, taskKey: again.taskKey });
    expect(sent).to.include({ reply: '撤回前写的答复' }).and.not.to.have.property('evidenceKinds');
    expect(second!.faults).to.deep.equal([]);
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

  /** As policy staff do in Operate: the case goes on, on the newest version of its diagram. */
  async function migrate(caseNumber: string): Promise<void> {
    const { processInstanceKey } = await stage.person(supervisor).get<CaseDetail>(`/cases/${caseNumber}`);
    const { elements, definition, xml } = await stage.person(supervisor).get<Instance>(`/cases/${caseNumber}/instance`);
    const open = elements.filter(({ state, elementId }) => state === 'active' && elementId !== definition.id);
    // What waits for a message is named too, or it would wait for the same one twice.
    const waits = xml.matchAll(/triggeredByEvent="true"[^]*?<bpmn:startEvent id="([^"]+)"/g);
    const ids = [...new Set([...open.map(({ elementId }) => elementId), ...[...waits].map(([, id]) => id ?? '')])];
    const found = (await askEngine(stage.engine, 'POST', '/process-definitions/search', {
      filter: { processDefinitionId: definition.id, isLatestVersion: true },
    })) as { items: { processDefinitionKey: string; version: number }[] };
    const [newest] = found.items.sort((one, other) => other.version - one.version);
    expect(newest!.version).to.be.greaterThan(definition.version);
    await askEngine(stage.engine, 'POST', `/process-instances/${processInstanceKey ?? ''}/migration`, {
      targetProcessDefinitionKey: newest!.processDefinitionKey,
      mappingInstructions: ids.map((id) => ({ sourceElementId: id, targetElementId: id })),
    });
  }

  async function recallAndDispatch(caseNumber: string): Promise<void> {
    const { orders } = await stage.person(supervisor).get<CaseDetail>(`/cases/${caseNumber}`);
    const number = orders[0]!.orderId.split('/')[1] ?? '';
    await stage
      .person(supervisor)
      .post(`/cases/${caseNumber}/orders/${number}/recall`, { reason: '派错班组，重新交办' });
    await complete(stage.person(agent), caseNumber, '另定承办单位', { redirectAct: 'none', redirectNote: '重新交办' });
    const form = { mode: 'direct', unitId: 'zhongxing-heating', duty: '立即关断抢修' };
    await complete(stage.person(agent), caseNumber, '分办', form);
    await complete(stage.person(clerk), caseNumber, '签收', { signAct: 'accept' });
    await complete(stage.person(clerk), caseNumber, '联系诉求人', {
      contactResult: 'reached',
      contactNote: '已告知抢修队马上到',
    });
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
