import { expect } from 'chai';
import type { StepList } from '../../api/contract/record.js';
import type { TaskDetail } from '../../api/contract/task.js';
import { exe } from '../support/files.js';
import { until } from '../support/until.js';
import { complete } from './acts.js';
import { caseAtHandler, caseAtIntake } from './desk.js';
import { hold } from './hold.js';
import { stageOrSkip, type WebStage } from './stage.js';

const clerk = 'baicheng.zhongxing-heating.clerk';
const [agent, agent2] = ['baicheng.center.agent', 'baicheng.center.agent2'];

describe('The page of a task', function () {
  this.timeout(180_000);
  let stage: WebStage;
  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('says what is missing, and refuses a program that calls itself a photo', async () => {
    const { caseNumber, taskKey } = await caseAtHandler(stage, '暖气管爆裂');
    const visit = await stage.visit(clerk);
    const page = await visit.open(`/tasks/${taskKey}`);
    await page.getByRole('heading', { name: '承办', level: 1 }).waitFor();
    await page.getByRole('region', { name: `诉求件 ${caseNumber}` }).waitFor();
    expect(await page.getByLabel('计划完成日期').count(), 'asked only for a plan').to.equal(0);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请填写“答复”').waitFor();

    await page.getByLabel('已解决').first().check();
    await page.getByLabel('现场照片').check();
    await page.getByLabel('答复', { exact: true }).fill('已更换管段，10时35分恢复供热。');
    const files = page.locator('input[type=file]').first();
    await files.setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: exe });
    await page.getByText(/“现场\.jpg”的内容是exe.*可以上传/).waitFor();
    expect(await page.getByLabel('答复', { exact: true }).inputValue()).to.equal('已更换管段，10时35分恢复供热。');
    await page.getByRole('button', { name: '收起 现场.jpg' }).click();
    await visit.close();
  });

  it('says who was first when two people hand in the same task, and keeps what the second one wrote', async () => {
    const { caseNumber, taskKey } = await caseAtIntake(stage, '两人同时受理');
    const second = await stage.visit(agent2);
    const page = await second.open(`/tasks/${taskKey}`);
    await page.getByLabel('标题').or(page.getByRole('textbox').first()).first().waitFor();
    const note = page.getByRole('textbox').first();
    await note.fill('第二个人写的说明');
    await page.getByText('草稿已保存').waitFor();
    // The page learns of it by what is typed, not by looking again.
    const lookAgain = await hold(page, `**/api/tasks/${taskKey}`);
    const form = { kind: 'help', category: 'heating', urgency: 'urgent', placeUnitId: 'xingfu-south-community' };
    await complete(stage.person(agent), caseNumber, '受理分类', { ...form, confidential: 'no', branch: 'handle' });
    await note.fill('第二个人写的说明，又补充了一句');

    await page.getByText(/任务已于 .+ 由.*坐席.*完成/).waitFor();
    lookAgain();
    expect(await note.inputValue()).to.equal('第二个人写的说明，又补充了一句');
    await second.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制我填写的内容' }).click();
    await page.getByText('已复制').waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).to.include('又补充了一句');
    await second.picture('task-conflict');
    expect(await second.axe()).to.deep.equal([]);
    await second.close();
  });

  it('keeps what is typed while the connection is cut, and saves it when it is back', async () => {
    const { taskKey } = await caseAtHandler(stage, '断网也不丢');
    const visit = await stage.visit(clerk);
    const page = await visit.open(`/tasks/${taskKey}`);
    const reply = page.getByLabel('答复', { exact: true });
    await reply.waitFor();
    await visit.context.setOffline(true);
    await reply.fill('断网时写的答复');
    await page.getByText('草稿还没有保存到服务器，内容仍在本页。').waitFor();
    await page.getByLabel('已解决').first().check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText(/连接不上服务器/).waitFor();
    expect(await reply.inputValue()).to.equal('断网时写的答复');
    await visit.picture('task-offline');

    await visit.context.setOffline(false);
    await page.getByText('草稿已保存').waitFor();
    const task = await stage.person(clerk).get<TaskDetail>(`/tasks/${taskKey}`);
    expect(task.draft).to.include({ reply: '断网时写的答复' });
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('“承办”已提交').waitFor();
    expect(await handedIn(taskKey)).to.equal(1);
    await visit.close();
  });

  it('hands in once when only the answer got lost on the way', async () => {
    const { taskKey } = await caseAtHandler(stage, '回音丢了');
    const visit = await stage.visit(clerk);
    const page = await visit.open(`/tasks/${taskKey}`);
    await page.getByLabel('答复', { exact: true }).fill('服务器收到了，页面不知道');
    await page.getByLabel('已解决').first().check();
    await page.route(`**/api/tasks/${taskKey}/complete`, async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    // Trying again tells the page, not looking again.
    const lookAgain = await hold(page, `**/api/tasks/${taskKey}`);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText(/连接不上服务器/).waitFor();
    await page.unroute(`**/api/tasks/${taskKey}/complete`);
    const refused = page.waitForResponse((answer) => answer.url().endsWith(`/tasks/${taskKey}/complete`));
    await page.getByRole('button', { name: '提交' }).click();
    expect((await refused).status()).to.equal(409);
    lookAgain();
    await page.getByText('“承办”已提交').waitFor();
    expect(await page.getByText('您填写的内容没有提交').count()).to.equal(0);
    expect(await handedIn(taskKey)).to.equal(1);
    await visit.close();
  });

  it('goes on after an ended session with what was typed', async () => {
    const { taskKey } = await caseAtHandler(stage, '登录过期');
    const visit = await stage.visit(clerk);
    const page = await visit.open(`/tasks/${taskKey}`);
    const reply = page.getByLabel('答复', { exact: true });
    await reply.waitFor();
    // What is typed shows that the session is over, before anything else that the page asks for.
    const askAgain = await hold(page, '**/api/**');
    await visit.context.clearCookies();
    await reply.fill('过期前写的答复');
    askAgain();

    await page.getByLabel('用户名').fill(clerk);
    await page.getByLabel('密码').fill(stage.password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('已恢复您上次没有提交的内容。').waitFor();
    expect(await reply.inputValue()).to.equal('过期前写的答复');
    await visit.close();
  });

  it('is claimed and put back, on a phone too', async () => {
    const { taskKey } = await caseAtHandler(stage, '手机上领取');
    const visit = await stage.visit(clerk, { on: 'phone' });
    const page = await visit.open(`/tasks/${taskKey}`);
    await page
      .getByRole('button', { name: '放回' })
      .or(page.getByRole('button', { name: '领取' }))
      .first()
      .waitFor();
    if ((await page.getByRole('button', { name: '领取' }).count()) > 0)
      await page.getByRole('button', { name: '领取' }).click();
    await page.getByText('由您办理').waitFor();
    await page.getByRole('button', { name: '放回' }).click();
    await page.getByText('尚未领取').waitFor();
    await until(async () => !(await stage.person(clerk).get<TaskDetail>(`/tasks/${taskKey}`)).mine, 60_000);
    expect(await page.getByRole('button', { name: '拍照' }).count()).to.equal(1);
    await visit.picture('task-phone');
    expect(await visit.axe()).to.deep.equal([]);
    await visit.close();
  });

  /** How often the record says that this task was handed in. */
  async function handedIn(taskKey: string): Promise<number> {
    const { caseNumber } = await stage.person(clerk).get<TaskDetail>(`/tasks/${taskKey}`);
    const { steps } = await stage.person(clerk).get<StepList>(`/cases/${caseNumber ?? ''}/steps`);

    return steps.filter(({ act, data }) => act === 'complete-task' && data['taskKey'] === taskKey).length;
  }
});
