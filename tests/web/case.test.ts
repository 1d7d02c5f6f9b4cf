import { expect } from 'chai';

import type { StepList } from '../../api/contract/record.js';
import { register, taskOf } from './acts.js';
import { dispatchHeating, reportHeating } from './heating-case.js';
import { stageOrSkip, type WebStage } from './stage.js';

describe('The page of a case', () => {
  let stage: WebStage;
  let caseNumber = '';

  before(async function () {
    stage = await stageOrSkip(this);
    const agent = stage.person('baicheng.center.agent');
    const caller = { name: '王秀英', phone: '13812345678' };
    const report = { locality: 'baicheng', channel: 'phone', title: '案件页停暖', text: '家中暖气不热。', caller };
    ({ caseNumber } = await register(agent, report));
    await taskOf(agent, caseNumber, '受理分类');
  });

  it('says who holds it, what comes next, and that the record is whole; the caller is shown for a reason', async () => {
    const visit = await stage.visit('baicheng.center.supervisor');
    const page = await visit.open(`/cases/${caseNumber}`);
    await page.getByRole('heading', { name: '案件页停暖' }).waitFor();
    await page.getByRole('region', { name: '现在与接下来' }).getByText('受理分类').waitFor();
    await page.getByText('138****5678').waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('case');
    await page.getByRole('tab', { name: '全程记录' }).click();
    await page.getByText('全程记录完整').waitFor();
    await page.getByText('登记诉求').waitFor();
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '查看' }).click();
    await page.getByText('请写明理由').waitFor();
    await page.getByLabel('理由').fill('回访核实地址');
    await page.getByRole('dialog').getByRole('button', { name: '查看' }).click();
    await page.getByText('+8613812345678').waitFor();
    const { steps } = await stage.person('baicheng.center.supervisor').get<StepList>(`/cases/${caseNumber}/steps`);
    expect(steps.map(({ act }) => act))
      .to.include('view-case')
      .and.to.include('reveal-caller');
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  it('shows where the token stands', async () => {
    const visit = await stage.visit('baicheng.center.supervisor');
    const page = await visit.open(`/cases/${caseNumber}`);
    await page.getByRole('tab', { name: '流程图' }).click();
    await page.locator('.djs-container').waitFor();
    await visit.picture('case-diagram');
    await visit.close();
  });

  it('is readable on a phone, and is not there for a unit without a part in it', async () => {
    const visit = await stage.visit('baicheng.center.agent', { on: 'phone' });
    const page = await visit.open(`/cases/${caseNumber}`);
    await page.getByRole('heading', { name: '案件页停暖' }).waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).to.be.at.most(390);
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('case-phone');
    await visit.close();
    const other = await stage.visit('baicheng.housing.clerk');
    await (await other.open(`/cases/${caseNumber}`)).getByText(caseNumber).first().waitFor();
    await other.page.getByRole('alert').waitFor();
    await other.close();
  });
});

describe('Who answers for a case (包保)', () => {
  let stage: WebStage;
  let caseNumber = '';

  before(async function () {
    stage = await stageOrSkip(this);
    const agent = stage.person('baicheng.center.agent');
    caseNumber = await reportHeating(agent, '包保页供热管道爆裂');
    await dispatchHeating(agent, caseNumber);
    await taskOf(stage.person('baicheng.zhongxing-heating.clerk'), caseNumber, '签收');
  });

  it('stands on its page by level; the community answers for it, and is not told who called', async () => {
    const visit = await stage.visit('baicheng.xingfu-south-community.clerk');
    const page = await visit.open(`/cases/${caseNumber}`);
    await page.getByRole('tab', { name: '包保' }).click();
    const rows = page.getByRole('tabpanel', { name: '包保' }).getByRole('listitem');
    await rows.first().waitFor();
    const texts = (await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
    expect(texts).to.have.length(6);
    expect(texts[0]).to.contain('承办单位 中兴热力 企业').and.to.contain('督办人：中兴热力分管副职');
    expect(texts[2]).to.contain('属地 幸福南社区 社区').and.to.contain('承办人：幸福南社区承办人');
    expect(await visit.axe()).to.deep.equal([]);
    await visit.close();
    const community = stage.person('baicheng.xingfu-south-community.clerk');
    const asked = await community.post(`/cases/${caseNumber}/caller`, { reason: '想知道是谁打的' }).then(
      () => 'told',
      (error: unknown) => String(error),
    );
    expect(asked).to.contain('403');
  });
});

describe('The time for sending an order back (退单时限)', () => {
  it('stands where the unit signs, and on the page of the case', async function () {
    const stage = await stageOrSkip(this);
    const agent = stage.person('baicheng.center.agent');
    const caseNumber = await reportHeating(agent, '退单时限供热管道爆裂');
    await dispatchHeating(agent, caseNumber);
    const { taskKey } = await taskOf(stage.person('baicheng.zhongxing-heating.clerk'), caseNumber, '签收');
    const visit = await stage.visit('baicheng.zhongxing-heating.clerk');
    const page = await visit.open(`/tasks/${taskKey}`);
    await page.getByText(/退单时限：须在 \d{4}-\d{2}-\d{2} \d{2}:\d{2} 前提出/).waitFor();
    expect(await page.getByText('退单没有受理').count()).to.equal(0);
    await page.goto(page.url().replace(/\/tasks\/.*/, `/cases/${caseNumber}`));
    await page.getByRole('tab', { name: '承办' }).click();
    await page.getByText('可退单至').waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.close();
  });
});

describe('The list of cases, accounts and outbox', () => {
  let stage: WebStage;

  before(async function () {
    stage = await stageOrSkip(this);
  });

  it('finds a case by its title and opens it', async () => {
    const agent = stage.person('baicheng.center.agent');
    await register(agent, {
      locality: 'baicheng',
      channel: 'phone',
      title: '列表里的井盖',
      text: '井盖缺失。',
      caller: { name: '李四', phone: '13812345679' },
    });
    const visit = await stage.visit('baicheng.center.supervisor');
    const page = await visit.open('/cases');
    await page.getByRole('searchbox', { name: '标题' }).fill('列表里的');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '列表里的井盖' }).waitFor();
    expect(new URL(page.url()).searchParams.get('text')).to.equal('列表里的');
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('cases');
    await visit.open('/cases?text=没有这样的标题');
    await page.getByText('没有符合条件的诉求件').waitFor();
    await visit.close();
  });

  it('makes an account whose password is shown once, and shuts it out', async () => {
    const visit = await stage.visit('admin');
    const page = await visit.open('/users');
    await page.getByRole('button', { name: '新建账号' }).click();
    await page.getByLabel('用户名').fill('second.admin');
    await page.getByLabel('名称（岗位）').fill('副管理员');
    await page.getByLabel('角色').click();
    await page.getByTitle('管理员', { exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').getByRole('button', { name: '新建' }).click();
    await page.getByText('密码只显示这一次').waitFor();
    await page.getByRole('button', { name: '已记下' }).click();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('users');
    await visit.close();
    const agent = await stage.visit('baicheng.center.agent');
    await (await agent.open('/users')).getByText('没有权限').waitFor();
    await agent.close();
  });

  it('shows what goes out', async () => {
    const visit = await stage.visit('baicheng.center.supervisor');
    const page = await visit.open('/outbox');
    await page.getByRole('heading', { name: '发件箱' }).waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.open('/outbox?case=nonsense');
    await page.getByText('编号形如').waitFor();
    await visit.close();
  });
});
