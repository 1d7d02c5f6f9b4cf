import { expect } from 'chai';
import type { CaseDetail } from '../../api/contract/case.js';
import type { RegisteredCase } from '../../api/contract/register.js';
import type { Callback } from '../../api/contract/record.js';
import { until } from '../support/until.js';
import { complete, register, taskOf } from './acts.js';
import { stageOrSkip, type Visit, type WebStage } from './stage.js';

const REPORT = {
  locality: 'baicheng',
  channel: 'phone',
  kind: 'appeal',
  title: '路面塌陷',
  text: '明德街道路口路面塌陷，车辆绕行。',
  caller: { name: '周先生', phone: '13804360011' },
  place: { unitId: 'mingde-street', address: '明德街道路口' },
} as const;

describe('Following a case', () => {
  let stage: WebStage;
  let visit: Visit;
  before(async function () {
    this.timeout(240_000);
    stage = await stageOrSkip(this);
  });
  beforeEach(async () => {
    visit = await stage.visit(undefined, { on: 'phone' });
  });
  afterEach(async () => {
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  const post = (name: string) => stage.person(`baicheng.${name}`);
  const reported = () => register(post('center.agent'), REPORT);
  const classify = async (caseNumber: string) => {
    const form = { kind: 'appeal', category: 'drainage', urgency: 'normal', placeUnitId: 'mingde-street' };
    await complete(post('center.agent'), caseNumber, '受理分类', { ...form, confidential: 'no', branch: 'handle' });
  };
  const dispatch = async (caseNumber: string) => {
    await complete(post('center.agent'), caseNumber, '分办', { mode: 'direct', unitId: 'urban-management' });
    await complete(post('urban-management.clerk'), caseNumber, '签收', { signAct: 'accept' });
    // Only then the case is in the unit's hands.
    await taskOf(post('urban-management.clerk'), caseNumber, '联系诉求人');
  };
  const handle = async (caseNumber: string) => {
    const clerk = post('urban-management.clerk');
    await complete(clerk, caseNumber, '联系诉求人', { contactResult: 'reached', contactNote: '已围挡' });
    const reply = '已与周先生（13804360011）联系，路面回填压实，恢复通行。';
    await complete(clerk, caseNumber, '承办', { act: 'reply', replyResult: 'solved', evidenceKinds: ['photo'], reply });
    await complete(post('center.supervisor'), caseNumber, '复核', { accepted: 'yes' });
  };
  const callBack = async (caseNumber: string) => {
    const answers = { reached: 'yes', contacted: 'yes', solved: 'yes', satisfied: 'yes' };
    await complete(post('center.callback'), caseNumber, '回访', answers);
    await until(async () => {
      const { stage: at } = await post('center.agent').get<{ stage: string }>(`/cases/${caseNumber}`);
      return at === 'closed';
    }, 60_000);
  };
  const look = async ({ caseNumber, code }: RegisteredCase) => {
    const page = await visit.open('/follow');
    await page.getByLabel('编号').fill(caseNumber.toLowerCase());
    await page.getByLabel('查询码').fill(code.toLowerCase());
    await page.getByRole('button', { name: '查询' }).click();

    return page;
  };

  it('says the same for a wrong number and a wrong code, and what a number looks like', async () => {
    const page = await visit.open('/follow');
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('follow-phone');
    await page.getByLabel('编号').fill('12345');
    await page.getByLabel('查询码').fill('ABCD2345');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText('编号的样子').waitFor();
    await page.getByLabel('编号').fill('BC-20200101-0001');
    await page.getByRole('button', { name: '查询' }).click();

    await page.getByText('编号或查询码不正确').waitFor();
    expect(await page.getByLabel('编号').inputValue()).to.equal('BC-20200101-0001');
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('follow-wrong-phone');
  });

  it('says to whoever tries too often that they should wait, keeps what was typed, and lets others look', async () => {
    await visit.close();
    visit = await stage.visit(undefined, { on: 'phone', from: '203.0.113.7' });
    const own = await reported();
    const page = await visit.open('/follow');
    const guess = () =>
      visit.context.request.post('/api/public/progress', { data: { caseNumber: own.caseNumber, code: 'AAAA2222' } });
    const answers = await Promise.all(Array.from({ length: 30 }, guess));
    expect(answers.map((answer) => answer.status())).not.to.include(200);

    await page.getByLabel('编号').fill(own.caseNumber);
    await page.getByLabel('查询码').fill(own.code);
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText('操作过于频繁，请一分钟后再试').waitFor();
    expect(await page.getByLabel('查询码').inputValue()).to.equal(own.code);
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('follow-too-often-phone');

    const other = await stage.visit(undefined, { from: '203.0.113.8' });
    const answer = await other.context.request.post('/api/public/progress', { data: own });
    expect(answer.status()).to.equal(200);
    await other.close();
  });

  it('tells who has it, why, until when and what comes next, in words for everybody', async function () {
    this.timeout(180_000);
    const own = await reported();
    let page = await look(own);
    await page.getByText('您的诉求已登记，等待受理。').waitFor();
    await classify(own.caseNumber);
    await dispatch(own.caseNumber);

    page = await look(own);
    await page.getByText('城管局正在办理您的诉求。').waitFor();
    await page.getByText('办理后单位将回复结果，由热线复核。').waitFor();
    const facts = await page.locator('main').innerText();
    expect(facts).to.match(/现在由谁办\s*.*城管局/);
    expect(facts).to.match(/为什么由它办\s*\S+/);
    expect(facts).to.match(/办到什么时候\s*.*\d/);
    expect(facts).to.contain('为什么是这个期限').and.to.contain('已签收');
    for (const secret of ['周先生', '13804360011', '明德街道路口', '路面塌陷']) expect(facts).not.to.contain(secret);
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('follow-handling-phone');
  });

  it('is rated before the callback, which the agent reads, with nothing personal in the answer', async function () {
    this.timeout(180_000);
    const own = await reported();
    await classify(own.caseNumber);
    await dispatch(own.caseNumber);
    await handle(own.caseNumber);
    await taskOf(post('center.callback'), own.caseNumber, '回访');

    const page = await look(own);
    await page.getByText('办理结果已通过复核').waitFor();
    await page.getByText('路面回填压实').waitFor();
    const shown = await page.locator('main').innerText();
    for (const secret of ['周先生', '13804360011', '明德街道路口', '路面塌陷']) expect(shown).not.to.contain(secret);
    expect(shown).to.contain('城管局').and.to.contain('为什么由它办');
    expect(shown, 'the unit has done its part').to.match(/现在由谁办\s*热线/);
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('follow-reviewed-phone');

    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('请选一项').first().waitFor();
    await page
      .getByRole('radiogroup', { name: /联系过您/ })
      .getByText('是', { exact: true })
      .click();
    await page
      .getByRole('radiogroup', { name: /是否解决/ })
      .getByText('未解决', { exact: true })
      .click();
    await page.getByRole('radiogroup', { name: /满意/ }).getByText('不满意', { exact: true }).click();
    await page.getByLabel(/意见和建议/).fill('第二天又陷下去了');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('谢谢您的评价').waitFor();
    await page.getByRole('button', { name: '修改评价' }).waitFor();

    const callbacks = await post('center.callback').get<Callback[]>(`/cases/${own.caseNumber}/callbacks`);
    expect(callbacks).to.have.length(1);
    expect(callbacks[0]).to.include({ channel: 'web', solved: false, satisfied: false, opinion: '第二天又陷下去了' });
    expect(page.url()).not.to.contain(own.code);
  });

  it('says that it was not solved after closing, and the same case begins anew', async function () {
    this.timeout(180_000);
    const own = await reported();
    await classify(own.caseNumber);
    await dispatch(own.caseNumber);
    await handle(own.caseNumber);
    await callBack(own.caseNumber);

    const page = await look(own);
    await page.getByText('您的诉求已解决并办结').waitFor();
    await visit.picture('follow-closed-phone');
    await page
      .getByRole('radiogroup', { name: /联系过您/ })
      .getByText('是', { exact: true })
      .click();
    await page
      .getByRole('radiogroup', { name: /是否解决/ })
      .getByText('未解决', { exact: true })
      .click();
    await page.getByRole('radiogroup', { name: /满意/ }).getByText('不满意', { exact: true }).click();
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('要重新办理，请点下面的“没有解决，重新办理”').waitFor();
    await visit.picture('follow-rated-unsolved-phone');
    await page.getByRole('button', { name: '没有解决，重新办理' }).click();
    await page.getByRole('button', { name: '要求重新办理' }).click();
    await page.getByText('请写明原因').waitFor();
    await page.getByLabel('哪里没有解决').fill('回填的土又塌了');
    await page.getByRole('button', { name: '要求重新办理' }).click();

    await page.getByText('第 2 轮办理').waitFor();
    await page.getByText('您反映没有解决，诉求已重新办理').waitFor();
    expect(await page.locator('main').innerText(), 'no deadline yet').not.to.contain('为什么是这个期限');
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('follow-reopened-phone');
    await taskOf(post('center.agent'), own.caseNumber, '分办');
    const detail = await post('center.agent').get<CaseDetail>(`/cases/${own.caseNumber}`);
    expect(detail).to.include({ round: 2, outcome: null });
    expect(detail.reopenings[0]).to.include({ reason: '回填的土又塌了', by: '市民' });
  });

  it('shows signed-in citizens their own cases', async () => {
    await visit.close();
    visit = await stage.visit('baicheng.citizen', { on: 'phone' });
    const page = await visit.open('/my-cases');
    await page.getByText('您还没有登录后提交过诉求').waitFor();
    expect(await visit.axe()).to.deep.equal([]);

    await page.getByRole('link', { name: '提交第一件' }).click();
    await page.getByLabel('发生了什么').fill('图书馆周末能不能晚点关门');
    await page.getByLabel('电话', { exact: true }).fill('13804361234');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已收到，正在为您登记办理').waitFor();
    await page.getByRole('button', { name: '查看进度' }).click();
    await page.getByText('诉求已登记').first().waitFor();
    await page.getByRole('link', { name: '全部诉求' }).click();
    await page.getByText('图书馆周末能不能晚点关门').waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('my-cases-phone');
  });
});
