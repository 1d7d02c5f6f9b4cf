import { expect } from 'chai';
import { taskOf } from './acts.js';
import { reportHeating } from './heating-case.js';
import { stageOrSkip, type WebStage } from './stage.js';

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

      expect(await page.locator('.djs-element.standing').count()).to.be.greaterThan(0);
      expect(await page.locator('.djs-connection.walked').count()).to.be.greaterThan(0);
      expect(await page.locator('.bjs-powered-by').isVisible()).to.equal(true);
      const zoom = () => page.locator('.djs-container .viewport').first().getAttribute('transform');
      const before = await zoom();
      await page.getByRole('application').focus();
      await page.keyboard.press('+');
      expect(await zoom()).not.to.equal(before);
      expect(await visit.axe()).to.deep.equal([]);
      await page.keyboard.press('0');
      await visit.picture(`instance-${on}`);
      expect(visit.faults).to.deep.equal([]);
      await visit.close();
    }).timeout(120_000);
});

describe('The page of incidents', () => {
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('is not shown to a clerk', async () => {
    const visit = await stage.visit('baicheng.housing.clerk', { on: 'phone' });
    const page = await visit.open('/incidents');

    await page.getByText('没有权限').waitFor();
    await visit.close();
  }).timeout(60_000);
});
