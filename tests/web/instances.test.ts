import { expect } from 'chai';
import type { Instance } from '../../api/contract/instance.js';
import { until } from '../support/until.js';
import { taskOf } from './acts.js';
import { dispatchHeating, reportHeating } from './heating-case.js';
import { publishChanged } from './publish-changed.js';
import { operateUrl, stageOrSkip, type WebStage } from './stage.js';

describe('The page of a process instance', () => {
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  for (const on of ['desktop', 'phone'] as const)
    it(`shows on a ${on} where the tokens stand, on the diagram and in words`, async () => {
      const agent = stage.person('baicheng.center.agent');
      const caseNumber = await reportHeating(agent, '流程图上的漏水');
      await taskOf(agent, caseNumber, '受理分类');
      const visit = await stage.visit('baicheng.center.supervisor', { on });
      const page = await visit.open(`/instances/${caseNumber}`);
      await page.getByText('流程现在停在：受理分类').waitFor();

      await page.locator('.djs-element.standing').first().waitFor({ state: 'attached' });
      await page.locator('.djs-connection.walked').first().waitFor({ state: 'attached' });
      await page.locator('.bjs-powered-by').waitFor();
      await visit.picture(`instance-${on}`);
      const zoom = () => page.locator('.djs-container .viewport').first().getAttribute('transform');
      const before = await zoom();
      await page.getByRole('application').focus();
      await page.keyboard.press('+');
      await until(async () => (await zoom()) !== before);
      expect(await visit.axe()).to.deep.equal([]);
      expect(visit.faults).to.deep.equal([]);
      await visit.close();
    }).timeout(120_000);

  it('shows each instance on the version of the diagram that it began with', async () => {
    const agent = stage.person('baicheng.center.agent');
    const older = await reportHeating(agent, '旧版流程里的漏水');
    await taskOf(agent, older, '受理分类');
    await publishChanged(stage, {
      file: 'baicheng/case.bpmn',
      tag: 'trial',
      change: (text) => text.replace('name="诉求登记"', 'name="新版登记"'),
    });
    const newer = await reportHeating(agent, '新版流程里的漏水');
    await taskOf(agent, newer, '受理分类');
    const versionOf = async (caseNumber: string) =>
      (await agent.get<Instance>(`/cases/${caseNumber}/instance`)).definition.version;
    const visit = await stage.visit('baicheng.center.supervisor');
    const page = await visit.open(`/instances/${older}`);
    const named = (text: string) => page.locator('.djs-container').getByText(text, { exact: true });
    await named('诉求登记').waitFor();
    expect(await named('新版登记').count()).to.equal(0);
    const shown = page.getByText(/^第 \d+ 版/);
    expect(await shown.textContent()).to.contain(`第 ${await versionOf(older)} 版`);

    await page.goto(`/instances/${newer}`);
    await named('新版登记').waitFor();
    expect(await named('诉求登记').count()).to.equal(0);
    expect(await versionOf(newer)).to.be.greaterThan(await versionOf(older));
    expect(await shown.textContent()).to.contain(`第 ${await versionOf(newer)} 版`);
    await visit.picture('instance-new-version');
    await visit.close();
  }).timeout(180_000);

  it('opens the diagrams that were called, and leads to Operate', async () => {
    const agent = stage.person('baicheng.center.agent');
    const caseNumber = await reportHeating(agent, '被调用的流程里的漏水');
    await dispatchHeating(agent, caseNumber);
    await taskOf(stage.person('baicheng.zhongxing-heating.clerk'), caseNumber, '签收');
    const { tree } = await agent.get<Instance>(`/cases/${caseNumber}/instance`);
    const order = tree.find(({ processId }) => processId === 'work-order')!;
    expect(order.parentKey).to.equal(tree[0]!.processInstanceKey);
    const visit = await stage.visit('baicheng.center.supervisor');
    const page = await visit.open(`/instances/${caseNumber}`);
    await page.getByRole('button', { name: '交办单', exact: true }).click();
    await page.getByText(/流程现在停在：.*签收/).waitFor();
    const operate = page.getByRole('link', { name: '在 Operate 中打开' });
    await until(async () => (await operate.getAttribute('href'))?.endsWith(order.processInstanceKey) === true);

    expect(await operate.getAttribute('href')).to.equal(`${operateUrl}/processes/${order.processInstanceKey}`);
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('instance-called');
    await visit.close();
  }).timeout(180_000);
});
