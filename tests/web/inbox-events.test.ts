import { complete, taskOf } from './acts.js';
import { classified, reportHeating } from './heating-case.js';
import { stageOrSkip, type Visit, type WebStage } from './stage.js';

const agentId = 'baicheng.center.agent';
const colleagueId = 'baicheng.center.agent2';

describe('The inbox, told of changes', () => {
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('shows at once that a colleague took a task, and drops it when it is done, without asking now and then', async () => {
    const visit = await stage.visit(agentId);
    // As long as it would ask by itself, nothing is proved.
    await visit.page.addInitScript(`{
      const every = window.setInterval;
      window.setInterval = (act, millis, ...rest) => (millis >= 10_000 ? 0 : every(act, millis, ...rest));
    }`);
    await walk(visit, '同事先领取的漏水');
  }).timeout(120_000);

  it('asks now and then where no line can be held', async () => {
    const visit = await stage.visit(agentId);
    await visit.page.route('**/api/tasks/events', (route) => route.abort());
    await visit.page.clock.install();
    await walk(visit, '推送不通时的漏水', () => visit.page.clock.fastForward(20_000));
  }).timeout(180_000);

  /** `wait` lets as much time pass for the page as it asks by itself in. */
  async function walk(visit: Visit, title: string, wait = () => Promise.resolve()): Promise<void> {
    const colleague = stage.person(colleagueId);
    const page = await visit.open(`/tasks?text=${encodeURIComponent(title)}`);
    await page.getByText('没有符合条件的任务').waitFor();
    const caseNumber = await reportHeating(stage.person(agentId), title);
    const row = page.getByRole('listitem').filter({ hasText: '受理分类' });
    const { taskKey } = await taskOf(colleague, caseNumber, '受理分类');
    await wait();
    await row.getByRole('button', { name: '领取' }).waitFor();

    await colleague.post(`/tasks/${taskKey}/claim`);
    await wait();
    await row.getByText('市督查指挥中心已领取').waitFor();
    await complete(colleague, caseNumber, '受理分类', classified);
    await wait();
    await row.waitFor({ state: 'detached' });
    await visit.close();
  }
});
