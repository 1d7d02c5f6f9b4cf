import { expect } from 'chai';
import type { RegisteredCase } from '../../api/contract/register.js';
import type { Callback } from '../../api/contract/record.js';
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
    const form = { kind: 'appeal', category: 'road', urgency: 'normal', placeUnitId: 'mingde-street' };
    await complete(post('center.agent'), caseNumber, '受理分类', { ...form, confidential: 'no', branch: 'handle' });
  };
  const handle = async (caseNumber: string) => {
    const clerk = post('urban-management.clerk');
    await complete(post('center.agent'), caseNumber, '分办', { mode: 'direct', unitId: 'urban-management' });
    await complete(clerk, caseNumber, '签收', { signAct: 'accept' });
    await complete(clerk, caseNumber, '联系诉求人', { contactResult: 'reached', contactNote: '已围挡' });
    const reply = '已与周先生（13804360011）联系，路面回填压实，恢复通行。';
    await complete(clerk, caseNumber, '承办', { act: 'reply', replyResult: 'solved', evidenceKinds: ['photo'], reply });
    await complete(post('center.supervisor'), caseNumber, '复核', { accepted: 'yes' });
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
  });

  it('tells who has it, why and until when; is rated before the callback, which the agent reads', async function () {
    this.timeout(180_000);
    const own = await reported();
    await classify(own.caseNumber);
    await handle(own.caseNumber);
    await taskOf(post('center.callback'), own.caseNumber, '回访');

    const page = await look(own);
    await page.getByText('办理结果已通过复核').waitFor();
    await page.getByText('路面回填压实').waitFor();
    const shown = await page.locator('main').innerText();
    for (const secret of ['周先生', '13804360011', '明德街道路口', '路面塌陷']) expect(shown).not.to.contain(secret);
    expect(shown).to.contain('城管局').and.to.contain('为什么由它办');
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
});
