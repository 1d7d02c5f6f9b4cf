import { expect } from 'chai';
import type { CaseDetail } from '../../api/contract/case.js';
import { until } from '../support/until.js';
import { register } from './acts.js';
import { choose, numberOf, openClearDesk, openDesk as desk, pick, saved } from './intake-desk.js';
import { PNG } from './photo.js';
import { stageOrSkip, type WebStage } from './stage.js';

const burst = {
  locality: 'baicheng',
  channel: 'phone',
  title: '41号楼供热管道爆裂',
  text: '幸福南大街41号楼的供热管道爆裂，热水从楼道流下来',
  kind: 'help',
  category: 'heating',
  branch: 'handle' as const,
  caller: { name: '李四', phone: '13843611111' },
  place: { unitId: 'xingfu-south-community' },
};

describe('The intake desk', () => {
  let stage: WebStage;
  const agent = 'baicheng.center.agent';
  before(async function () {
    stage = await stageOrSkip(this);
  });

  const readCase = (caseNumber: string, who = agent) => stage.person(who).get<CaseDetail>(`/cases/${caseNumber}`);

  it('registers a call in the order in which people speak, with what the tables propose', async () => {
    const visit = await stage.visit(agent);
    const page = await openClearDesk(visit);
    expect(await page.evaluate<string>('document.activeElement?.id')).to.equal('intake-caller-phone');
    await page.keyboard.type('138 4360 0000');
    await page.getByText('没有，第一次来电').waitFor();
    await page.getByLabel('称呼').fill('王先生');
    await page.getByLabel('来电内容').fill('白鹤小区3号楼停水两天了。老人没水吃。');
    await pick(page, '所在街道、社区', 'bhsq', '白鹤社区');
    await page.getByLabel('详细地址').fill('白鹤小区3号楼');
    await choose(page, '诉求类型', '求助');
    await pick(page, '事项分类', '供水', '供水');
    await page.getByLabel('停水、水压还是水质？').fill('停水');
    await choose(page, '缓急', '紧急');
    await page.getByRole('button', { name: '有几项诉求，分开记' }).click();
    await page.getByRole('textbox', { name: '第 1 项诉求' }).fill('尽快恢复供水');
    await page.getByRole('button', { name: '再加一项' }).click();
    await page.getByRole('textbox', { name: '第 2 项诉求' }).fill('停水期间送水');
    await page.locator('input[data-files]').setInputFiles({ name: '水表.png', mimeType: 'image/png', buffer: PNG });
    await page.getByText('水表.png').waitFor();
    await page.getByRole('button', { name: '不是刚才发生的，填时间' }).click();
    await page.getByLabel('发生时间').fill('2026-01-02T08:30');

    const help = page.getByRole('complementary', { name: '参考' });
    await help.getByText('自来水公司').first().waitFor();
    await help.getByText('为什么').waitFor();
    await help.getByText('办结', { exact: true }).waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('intake');

    await page.keyboard.press('Control+Enter');
    await page.getByText('已登记，请读给来电人').waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('intake-registered');
    const found = await readCase(await numberOf(page));
    expect(found).to.include({ title: '白鹤小区3号楼停水两天了', category: 'water', kind: 'help', urgency: 'urgent' });
    expect(found.attachments.map(({ name }) => name)).to.deep.equal(['水表.png']);
    expect(Date.parse(found.occurredAt ?? '')).to.equal(Date.parse('2026-01-02T08:30:00+08:00'));
    expect(found.answers).to.deep.equal([{ question: '停水、水压还是水质？', answer: '停水' }]);
    expect(found.items.map(({ text }) => text)).to.deep.equal(['尽快恢复供水', '停水期间送水']);
    expect(found.caller).to.deep.equal({ name: '王**', phone: '138****0000' });
    expect(found.place).to.include({ unitId: 'baihe-community', address: '白鹤小区3号楼' });

    await page.keyboard.press('Enter');
    await page.getByLabel('来电号码').waitFor();
    expect(await page.getByLabel('来电内容').inputValue()).to.equal('');
    await page.getByLabel('来电号码').fill('13843600000');
    await help.getByRole('link', { name: '白鹤小区3号楼停水两天了' }).first().waitFor();
    await page.getByLabel('来电号码').fill('');
    await saved(page);
    await desk(visit);
    expect(await page.getByText(/没登记完/).count(), 'a registered case is no draft').to.equal(0);
    await visit.open(`/cases/${found.caseNumber}`);
    await page.getByText('停水、水压还是水质？').waitFor();
    await page.getByRole('region', { name: '附件' }).getByRole('link', { name: '水表.png' }).waitFor();
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  it('shows each fault at its field and keeps all that was typed', async () => {
    const visit = await stage.visit(agent);
    const page = await desk(visit);
    await page.getByLabel('来电内容').fill('路灯不亮');
    await page.keyboard.press('Control+Enter');
    await page.getByText('请选诉求类型').waitFor();
    const focused = `document.activeElement.closest('[role="radiogroup"]')?.getAttribute('aria-label')`;
    expect(await page.evaluate(focused)).to.equal('诉求类型');
    await choose(page, '诉求类型', '求助');
    await pick(page, '事项分类', '其他', '其他');
    await page.getByLabel('来电号码').fill('12-34');
    await page.keyboard.press('Control+Enter');

    await page
      .locator('.ant-form-item', { has: page.getByLabel('来电号码') })
      .getByText(/电话/)
      .waitFor();
    expect(await page.evaluate<string>('document.activeElement?.id')).to.equal('intake-caller-phone');
    expect(await page.getByLabel('来电内容').inputValue()).to.equal('路灯不亮');
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('intake-faults');
    await visit.close();
  });

  it('merges a neighbour who reports the same into the open case, and closes theirs as merged', async () => {
    const { caseNumber } = await register(stage.person(agent), burst);
    const visit = await stage.visit(agent);
    const page = await desk(visit);
    await page.getByLabel('来电号码').fill('13843633333');
    await page.getByLabel('来电内容').fill('我家也在41号楼，供热管道爆裂，热水都流到楼道了');
    await page.getByRole('button', { name: `我也反映，并入这一件 ${caseNumber}` }).click();
    await page.getByText('将并入这一件').waitFor();
    await visit.picture('intake-merge');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已登记，请读给来电人').waitFor();
    const second = await numberOf(page);

    await until(async () => (await readCase(second)).outcome === 'merged', 60_000);
    expect((await readCase(second)).mergedInto).to.equal(caseNumber);
    await visit.close();
  });

  it('answers from an article at once, and the procedure asks nobody again', async function () {
    const zhangye = 'zhangye.center.agent';
    if (!stage.localities.includes('zhangye')) return this.skip();
    const visit = await stage.visit(zhangye);
    const page = await desk(visit);
    await page.getByLabel('来电号码').fill('13993600000');
    await page.getByLabel('来电内容').fill('想问一下怎样开办公司，要什么材料');
    const article = page.getByRole('list', { name: '知识条目' }).getByText('怎样在本市开办公司');
    await article.click();
    await page.getByRole('button', { name: /用“怎样在本市开办公司”答复/ }).click();
    await choose(page, '诉求类型', '咨询');
    await pick(page, '事项分类', '开办', '开办企业');
    await visit.picture('intake-answer');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已登记，请读给来电人').waitFor();
    const caseNumber = await numberOf(page);

    await until(async () => (await readCase(caseNumber, zhangye)).branch === 'answer', 60_000);
    await until(async () => (await readCase(caseNumber, zhangye)).stage !== 'registered', 60_000);
    const { answered } = await readCase(caseNumber, zhangye);
    expect(answered).to.match(/政务服务网/);
    const tasks = await stage
      .person(zhangye)
      .get<{ items: { name: string }[] }>(`/tasks?caseNumber=${caseNumber}&whose=all`);
    expect(tasks.items.map(({ name }) => name)).not.to.include('受理分类');
    await visit.close();
  });

  it('marks a point on a map that asks no other host', async () => {
    const visit = await stage.visit(agent);
    const hosts = new Set<string>();
    visit.page.on('request', (request) => hosts.add(new URL(request.url()).host));
    const page = await desk(visit);
    await page.getByLabel('来电内容').fill('洮北区路边积水');
    await page.getByRole('button', { name: '在地图上标点' }).click();
    const map = page.getByRole('application');
    await map.getByText('洮北区').waitFor();
    await map.click({ position: { x: 200, y: 150 } });
    await page.getByText(/东经 12\d\.\d+，北纬 4\d\./).waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('intake-map');

    await page.getByRole('radiogroup', { name: '去向' }).getByText('登记后再定').click();
    await page.getByLabel('来电号码').fill('13843644444');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已登记，请读给来电人').waitFor();
    const found = await readCase(await numberOf(page));
    expect(found.place?.point?.longitude).to.be.within(120, 127);
    expect([...hosts]).to.deep.equal([new URL(stage.url).host]);
    await visit.close();
  });

  it('is whole on a phone, and closed to those who register nothing', async () => {
    const visit = await stage.visit(agent, { on: 'phone' });
    const page = await desk(visit);
    await page.getByLabel('来电内容').fill('路面塌陷');
    await pick(page, '事项分类', '道路', '道路和井盖');
    await page.getByText('为什么').waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).to.be.at.most(390);
    await visit.picture('intake-phone');
    await page.getByLabel('来电内容').fill('');
    await saved(page);
    await visit.close();

    const clerk = await stage.visit('baicheng.housing.clerk');
    const closed = await clerk.open('/intake');
    await closed.getByText('您的岗位没有这一页的权限').waitFor();
    await clerk.close();
  });
});
