import { expect } from 'chai';
import { stageOrSkip, type WebStage } from './stage.js';

describe('The board of a supervisor', () => {
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('is whole on a phone', async () => {
    const visit = await stage.visit('baicheng.center.supervisor', { on: 'phone' });
    await visit.page.goto('/board');
    await visit.page.getByRole('heading', { name: /督办看板/ }).waitFor();
    await visit.page.getByText('实时更新').waitFor();

    await visit.picture('board-phone');
    expect(await visit.axe()).to.deep.equal([]);
    expect(await visit.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).to.equal(true);
    await visit.close();
  }).timeout(60_000);

  it('is not shown to a clerk', async () => {
    const visit = await stage.visit('baicheng.housing.clerk');
    const page = await visit.open('/board');

    await page.getByText('没有权限').waitFor();
    await visit.close();
  }).timeout(60_000);
});
