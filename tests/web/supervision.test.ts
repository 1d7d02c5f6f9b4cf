import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { SupervisedOrder, SupervisionList } from '../../api/contract/board.js';
import type { Instance } from '../../api/contract/instance.js';
import { until } from '../support/until.js';
import { complete, register, taskOf } from './acts.js';
import { engineClock } from './engine-clock.js';
import { stageOrSkip, type Visit, type WebStage } from './stage.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const supervisorId = 'helinger.center.supervisor';

describe('The page of supervision', () => {
  let stage: WebStage;
  const clock = engineClock(() => stage.engine);
  before(async function () {
    stage = await stageOrSkip(this);
  });
  after(() => clock.reset());

  it('climbs the ladder of an order that nobody signs, an act a rung, and tells what comes next', async () => {
    const title = '工地拖欠三个月工资';
    const caseNumber = await unsignedOrder(stage, title);
    const visit = await stage.visit(supervisorId);
    const { page } = visit;
    await openSupervision(visit);
    const card = cardOf(page, title);
    expect(await card.count()).to.equal(0);

    await clock.passTo(new Date(Date.now() + 22 * MINUTE));
    await card.getByText('电话督办：现在要做').waitFor();
    await card.getByText('下一级：书面督办（催办单）').waitFor();
    await visit.picture('supervision-phone-call');
    expect(await visit.axe()).to.deep.equal([]);
    await card.getByRole('button', { name: '登记电话督办' }).click();
    await choose(page, '未联系上');
    await visit.picture('supervision-form');
    expect(await visit.axe()).to.deep.equal([]);
    await fillNote(page, '承办人电话没有接通，短信已发');
    await submit(page);
    await card.getByText('未联系上：承办人电话没有接通，短信已发').waitFor();
    await card.getByText('仍无结果时').waitFor();

    await restsBetweenRungs(stage, caseNumber);
    await clock.passBy(21 * MINUTE);
    const letter = card.getByRole('link', { name: '看催办单' });
    await letter.waitFor();
    await card.getByText('下一级：现场督办').waitFor();
    const opening = visit.context.waitForEvent('page');
    await letter.click();
    const paper = await opening;
    await paper.getByText('催办单').first().waitFor();
    await paper.getByText('县人社局').first().waitFor();
    await paper.close();

    await restsBetweenRungs(stage, caseNumber);
    await clock.passBy(61 * MINUTE);
    await card.getByRole('button', { name: '登记现场督办' }).click();
    await choose(page, '单位已承诺办理时间');
    await page.getByLabel('参加人数').fill('2');
    await fillNote(page, '值班人员答应下午签收');
    await submit(page);
    await card.getByText('单位已承诺办理时间：值班人员答应下午签收').waitFor();

    await restsBetweenRungs(stage, caseNumber);
    await clock.passBy(4 * HOUR + MINUTE);
    await card.getByText('约谈督办：现在要做').waitFor();
    await card.getByText('各级用尽：上报').waitFor();
    await card.getByRole('button', { name: '登记约谈督办' }).click();
    await choose(page, '推诿、拒不办理');
    await page.getByLabel('参加人数').fill('3');
    await fillNote(page, '约谈三人，当场仍不签收');
    await submit(page);
    await card.getByRole('link', { name: '看约谈通知' }).waitFor();
    await visit.picture('supervision-climbed');
    expect(await visit.axe()).to.deep.equal([]);

    const order = await chased(stage, caseNumber);
    const [ladder] = order!.ladders;
    expect(ladder?.done.map(({ rung }) => rung)).to.deep.equal(['phone', 'letter', 'on-site', 'interview']);
    expect(ladder?.done.at(-1)?.result).to.include({ supervisionResult: 'refused', people: 3 });
    expect(ladder?.next?.rung).to.equal(null);
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  }).timeout(400_000);

  it('tells on a phone what the server refuses, and whose act came first, and loses nothing that was typed', async () => {
    const title = '饭店拖欠服务员工资';
    const caseNumber = await unsignedOrder(stage, title);
    await clock.passBy(22 * MINUTE);
    const visit = await stage.visit(supervisorId, { on: 'phone' });
    const { page } = visit;
    await openSupervision(visit);
    const card = cardOf(page, title);
    await card.getByRole('button', { name: '登记电话督办' }).waitFor();
    await visit.picture('supervision-on-phone');
    expect(await visit.axe()).to.deep.equal([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).to.equal(true);

    await card.getByRole('button', { name: '登记电话督办' }).click();
    await choose(page, '单位正在办理');
    await fillNote(page, '值班主任说马上派人');
    await garble(page, { supervisionResult: 'working', people: 900, supervisionNote: '值班主任说马上派人' });
    await submit(page);
    await page.getByText('参加人数').filter({ hasText: '200' }).first().waitFor();
    await visit.picture('supervision-refused');
    expect(await note(page).inputValue()).to.equal('值班主任说马上派人');

    const supervisor = stage.person(supervisorId);
    const [task] = (await chased(stage, caseNumber))!.ladders[0]!.tasks;
    const other = { supervisionResult: 'promised', supervisionNote: '答应今晚签收' };
    await supervisor.post(`/tasks/${task!.taskKey}/complete`, { data: other });
    await submit(page);
    await page
      .getByRole('alert')
      .getByText(/任务已于 .*完成/)
      .waitFor();
    expect(await note(page).inputValue()).to.equal('值班主任说马上派人');
    await visit.picture('supervision-conflict');
    expect(await visit.axe()).to.deep.equal([]);
    await page
      .getByRole('button', { name: /关闭|Close/ })
      .first()
      .click();
    await card.getByText('答应今晚签收').waitFor();
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  }).timeout(240_000);

  it('shows an order that is late and not signed either on two ladders, each with its own rung, next and time', async () => {
    const title = '快递站拖欠派送费';
    const caseNumber = await unsignedOrder(stage, title);
    await clock.passBy(22 * MINUTE);
    const visit = await stage.visit(supervisorId);
    const { page } = visit;
    await openSupervision(visit);
    const card = cardOf(page, title);
    const [signing, finishing] = ['督促签收', '督促办结'].map((name) => card.getByRole('region', { name }));
    await signing!.getByText('电话督办：现在要做').waitFor();
    expect(await finishing!.count()).to.equal(0);

    const dueAt = (await chased(stage, caseNumber))!.dueAt;
    await clock.passTo(new Date(Date.parse(dueAt ?? '') + MINUTE));
    await finishing!.getByText('电话督办：现在要做').waitFor();
    await finishing!.getByRole('button', { name: '登记电话督办' }).click();
    await choose(page, '单位已承诺办理时间');
    await fillNote(page, '答应周五前办结');
    await submit(page);
    await finishing!.getByText('答应周五前办结').waitFor();
    await finishing!.getByText('仍无结果时').waitFor();
    await signing!.getByText('电话督办：现在要做').waitFor();
    await signing!.getByText('这一级登记以后开始计时').waitFor();
    expect(await signing!.getByText('答应周五前办结').count()).to.equal(0);
    await visit.picture('supervision-two-ladders');
    expect(await visit.axe()).to.deep.equal([]);

    await signing!.getByRole('button', { name: '登记电话督办' }).click();
    await choose(page, '单位正在办理');
    await fillNote(page, '马上签收');
    await submit(page);
    await signing!.getByText('马上签收').waitFor();
    await complete(stage.person('helinger.human-resources.clerk'), caseNumber, '签收', { signAct: 'accept' });
    await signing!.getByText('单位已签收，不再督办').waitFor();
    await finishing!.getByText(/^下一级：/).waitFor();
    const { ladders } = (await chased(stage, caseNumber))!;
    expect(ladders.map(({ cause, over, next }) => [cause, over, next !== null])).to.have.deep.members([
      ['unsigned', true, false],
      ['late', false, true],
    ]);
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  }).timeout(300_000);

  it('says so when nothing matches', async () => {
    const visit = await stage.visit('baicheng.center.supervisor', { on: 'phone' });
    await visit.page.goto('/supervision?concern=soon&unitId=nobody');

    await visit.page.getByText('没有需要督办的交办单').waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.close();
  });
});

/** An order to be signed within twenty minutes, as in story H2, and done within a day, whichever days are working days. */
async function unsignedOrder(stage: WebStage, title: string): Promise<string> {
  const agent = stage.person('helinger.center.agent');
  const { caseNumber } = await register(agent, {
    locality: 'helinger',
    channel: 'phone',
    kind: 'complaint',
    title,
    text: '三个月工资没有发，天冷了要回家。',
    caller: { name: '张先生', phone: '13947110002' },
    place: { unitId: 'chengguan-town', address: '城关镇' },
  });
  await complete(agent, caseNumber, '梳理分类', {
    kind: 'complaint',
    category: 'public-service',
    urgency: 'normal',
    placeUnitId: 'chengguan-town',
    confidential: 'no',
    branch: 'handle',
  });
  await complete(agent, caseNumber, '转办', { mode: 'direct', unitId: 'human-resources' });
  await taskOf(stage.person('helinger.human-resources.clerk'), caseNumber, '签收');

  return caseNumber;
}

/** The timer that brings the next rung runs. */
async function restsBetweenRungs(stage: WebStage, caseNumber: string): Promise<void> {
  const path = `/cases/${caseNumber}/instance`;
  const person = stage.person(supervisorId);
  await until(async () => {
    const { tree } = await person.get<Instance>(path);
    const ladder = tree.find(({ processId, state }) => processId === 'supervise' && state === 'active');
    if (ladder === undefined) return false;
    const { elements } = await person.get<Instance>(`${path}?processInstanceKey=${ladder.processInstanceKey}`);

    return elements.some(({ elementId, state }) => elementId === 'next-rung-time' && state === 'active');
  }, 60_000);
}

async function chased(stage: WebStage, caseNumber: string): Promise<SupervisedOrder | undefined> {
  const { items } = await stage.person(supervisorId).get<SupervisionList>('/supervision');

  return items.find((each) => each.caseNumber === caseNumber);
}

/** Its line never rests, so that it is not waited for. */
async function openSupervision({ page }: Visit): Promise<void> {
  await page.goto('/supervision');
  await page.getByRole('heading', { name: '督办' }).waitFor();
  await page.getByText('实时更新').waitFor();
}

const cardOf = (page: Page, title: string) => page.locator('.chased').filter({ hasText: title });
const choose = (page: Page, option: string) => page.getByRole('dialog').getByText(option).click();
const note = (page: Page) => page.getByLabel('督办情况');
const fillNote = (page: Page, text: string) => note(page).fill(text);
const submit = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();

/** Once, another thing arrives than what the page has checked. */
const garble = (page: Page, data: object) =>
  page.route('**/complete', (route) => route.continue({ postData: JSON.stringify({ data }) }), { times: 1 });
