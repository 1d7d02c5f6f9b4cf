import { expect } from 'chai';
import type { CaseDetail } from '../../api/contract/case.js';
import { until } from '../support/until.js';
import { taskOf } from './acts.js';
import { PNG } from './photo.js';
import { stageOrSkip, type Visit, type WebStage } from './stage.js';

describe('The page that takes reports', () => {
  let stage: WebStage;
  let visit: Visit;
  before(async function () {
    stage = await stageOrSkip(this);
  });
  beforeEach(async () => {
    visit = await stage.visit(undefined, { on: 'phone' });
  });
  afterEach(async () => {
    expect(visit.faults).to.deep.equal([]);
    await visit.close();
  });

  const choose = async (place: string) => {
    const page = await visit.open('/report');
    await page.getByRole('combobox').first().click();
    await page.locator('.ant-select-item-option').filter({ hasText: place }).click();

    return page;
  };
  const casesOfCentre = async (): Promise<{ total: number }> =>
    stage.person('baicheng.center.agent').get('/cases?channel=web&limit=100');

  it('takes a report with photo, place and demands, and tells number and code', async () => {
    await visit.context.grantPermissions(['geolocation']);
    await visit.context.setGeolocation({ longitude: 122.84, latitude: 45.62 });
    const page = await choose('白城');
    await page.getByLabel('发生了什么').fill('幸福小区3号楼的路灯不亮了。已经三天，老人晚上出门摔过跤。');
    await page.getByRole('button', { name: /分项写/ }).click();
    await page.getByLabel('第 1 项诉求').fill('修好路灯');
    await page.getByRole('button', { name: '再加一项' }).click();
    await page.getByLabel('第 2 项诉求').fill('告知以后找谁报修');
    await page.getByLabel('什么时候发生的').fill('2026-01-02T19:30');
    await page.getByRole('combobox', { name: '在哪里' }).fill('幸福南社区');
    await page.locator('.ant-cascader-menu-item').filter({ hasText: '幸福南社区' }).first().click();
    await page.getByLabel('具体地址').fill('幸福小区3号楼2单元');
    await page.getByRole('button', { name: '用我现在的位置' }).click();
    await page.getByText('已附上位置').waitFor();
    await page.getByText('东经 122.84000，北纬 45.62000').waitFor();
    await page.locator('input[data-files]').setInputFiles({ name: '路灯.png', mimeType: 'image/png', buffer: PNG });
    await page.getByText('路灯.png').waitFor();
    await page.getByLabel('称呼').fill('王女士');
    await page.getByLabel('电话', { exact: true }).fill('13804361234');
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('report-phone');
    await page.getByRole('button', { name: '提交' }).click();

    await page.getByText('已收到，正在为您登记办理').waitFor();
    const caseNumber = await page.locator('[data-part=number]').innerText();
    const code = await page.locator('[data-part=code]').innerText();
    expect(caseNumber).to.match(/^BC-\d{8}-\d{4}$/);
    expect(code).to.match(/^[A-Z2-9]{8}$/);
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('report-receipt-phone');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存' }).click(),
    ]);
    expect(download.suggestedFilename()).to.equal('诉求编号和查询码.txt');
    const left = await page.evaluate<string>('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])');
    for (const personal of ['王女士', '13804361234', '路灯', code, caseNumber]) expect(left).not.to.contain(personal);

    const kept = await stage.person('baicheng.center.agent').get<Record<string, unknown>>(`/cases/${caseNumber}`);
    expect(kept).to.deep.include({ title: '幸福小区3号楼的路灯不亮了', channel: 'web', confidential: false });
    expect((kept['items'] as { text: string }[]).map(({ text }) => text)).to.deep.equal([
      '修好路灯',
      '告知以后找谁报修',
    ]);
    expect(kept['place']).to.deep.include({ point: { longitude: 122.84, latitude: 45.62 } });
    expect(kept['attachments']).to.have.length(1);
    expect(Date.parse(String(kept['occurredAt']))).to.equal(Date.parse('2026-01-02T19:30:00+08:00'));

    await page.getByRole('button', { name: '查看进度' }).click();
    await page.getByRole('heading', { name: '查询进度', level: 1 }).waitFor();
    await page.getByText(caseNumber).waitFor();
    expect(page.url()).not.to.contain(code);
    expect(page.url()).not.to.contain(caseNumber);
    await visit.picture('follow-registered-phone');
  });

  it('says what is wrong at the field, keeps what was typed over a reload, and writes nothing', async () => {
    const before = await casesOfCentre();
    const page = await choose('白城');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请写下发生了什么').waitFor();
    await page.getByText('请留一个能回访您的电话').waitFor();
    await page.getByLabel('发生了什么').fill('楼道灯坏了');
    await page.getByLabel('电话', { exact: true }).fill('12');
    const refused = page.waitForResponse((answer) => answer.url().endsWith('/api/public/cases'));
    await page.getByRole('button', { name: '提交' }).click();
    expect((await refused).status()).to.equal(422);
    await page.locator('.ant-form-item-explain-error').filter({ hasText: '电话' }).waitFor();
    await visit.picture('report-refused-phone');

    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.getByLabel('发生了什么').inputValue()).to.equal('楼道灯坏了');
    expect(await page.getByLabel('电话', { exact: true }).inputValue()).to.equal('12');
    expect((await casesOfCentre()).total).to.equal(before.total);
  });

  it('marks a tapped point without asking any other host, and says no to a time that is still to come', async () => {
    const hosts = new Set<string>();
    visit.page.on('request', (request) => hosts.add(new URL(request.url()).host));
    const page = await choose('白城');
    await page.getByLabel('发生了什么').fill('路口的井盖没了');
    await page.getByLabel('电话', { exact: true }).fill('13804361234');
    await page.getByRole('button', { name: '在地图上标点' }).click();
    await page.getByRole('application').getByText('洮北区').waitFor();
    await page.getByRole('application').tap({ position: { x: 120, y: 90 } });
    await page.getByText(/东经 12\d\.\d+，北纬 4\d\./).waitFor();
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('report-map-phone');
    await page.getByLabel('什么时候发生的').fill('2999-01-01T00:00');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('不能晚于现在').waitFor();
    await page.getByLabel('什么时候发生的').fill('');
    await page.getByRole('button', { name: '提交' }).click();

    await page.getByText('已收到，正在为您登记办理').waitFor();
    const caseNumber = await page.locator('[data-part=number]').innerText();
    const kept = await stage.person('baicheng.center.agent').get<CaseDetail>(`/cases/${caseNumber}`);
    expect(kept.place?.point?.longitude).to.be.within(120, 127);
    expect([...hosts]).to.deep.equal([new URL(stage.url).host]);

    const agent = await stage.visit('baicheng.center.agent');
    const seen = await agent.open(`/cases/${caseNumber}`);
    await seen.getByRole('button', { name: '看地图上的点' }).click();
    await seen.getByText(/东经 12\d\.\d+，北纬 4\d\./).waitFor();
    expect(await agent.axe()).to.deep.equal([]);
    await agent.picture('case-map');
    await agent.close();
  });

  it('shows the photo of a stranger to the agent, on the case and beside the task', async function () {
    this.timeout(120_000);
    const page = await choose('白城');
    await page.getByLabel('发生了什么').fill('楼前的树倒了，压住了车');
    await page.getByLabel('电话', { exact: true }).fill('13804361234');
    // It is still on its way when the report is sent.
    let sent: () => void = () => undefined;
    const isSent = new Promise<void>((resolve) => (sent = resolve));
    await page.route('**/api/public/files', (route) => isSent.then(() => route.continue()));
    await page.locator('input[data-files]').setInputFiles({ name: '倒树.png', mimeType: 'image/png', buffer: PNG });
    await page.getByText('倒树.png').waitFor();
    await page.getByRole('button', { name: '提交' }).click();
    sent();
    await page.getByText('已收到，正在为您登记办理').waitFor();
    const caseNumber = await page.locator('[data-part=number]').innerText();

    const agent = await stage.visit('baicheng.center.agent');
    const { taskKey } = await taskOf(stage.person('baicheng.center.agent'), caseNumber, '受理分类');
    for (const address of [`/cases/${caseNumber}`, `/tasks/${taskKey}`]) {
      const seen = await agent.open(address);
      const files = seen.getByRole('region', { name: '附件' });
      await files.getByRole('link', { name: '倒树.png' }).waitFor();
      await files.getByText('市民').waitFor();
      const isDrawn = 'document.querySelector("section[aria-label=附件] img")?.naturalWidth > 0';
      await until(() => seen.evaluate<boolean>(isDrawn));
      expect(await agent.axe()).to.deep.equal([]);
    }
    await agent.picture('task-photo');
    await agent.close();
  });

  it('is registered once when the answer is lost on its way', async () => {
    const page = await choose('白城');
    await page.getByLabel('发生了什么').fill('公交站牌倒了');
    await page.getByLabel('电话', { exact: true }).fill('13804361234');
    const before = await casesOfCentre();
    await page.route('**/api/public/cases', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('连接不上服务器').waitFor();
    await page.unroute('**/api/public/cases');
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByRole('button', { name: '提交' }).click();

    await page.getByText('没有重复登记').waitFor();
    expect((await casesOfCentre()).total).to.equal(before.total + 1);
  });

  it('loses nothing when the connection is lost, and sends it when it is back', async () => {
    const page = await choose('白城');
    await page.getByLabel('发生了什么').fill('小区门口积水没过脚面');
    await page.getByLabel('电话', { exact: true }).fill('13804361234');
    await visit.context.setOffline(true);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('连接不上服务器').waitFor();
    await visit.context.setOffline(false);
    await page.getByRole('button', { name: '提交' }).click();

    await page.getByText('已收到，正在为您登记办理').waitFor();
  });

  it('says where to call when a place takes no reports on the web', async () => {
    await visit.context.route('**/api/localities', async (route) => {
      const answer = await route.fetch();
      const places = (await answer.json()) as { takesReports: boolean }[];
      await route.fulfill({ response: answer, json: places.map((place) => ({ ...place, takesReports: false })) });
    });
    const page = await choose('白城');

    await page.getByText('没有开通网上提交').waitFor();
    await page.getByRole('link', { name: '0436-3650000' }).waitFor();
    expect(await page.getByRole('button', { name: '提交' }).count()).to.equal(0);
    await visit.picture('report-closed-phone');
  });

  it('tells in plain words what happens to the data', async () => {
    const page = await visit.open('/privacy');
    await page.getByRole('heading', { name: '我的信息怎么用', level: 1 }).waitFor();
    await until(async () => (await page.title()).startsWith('我的信息怎么用'));
    expect(await visit.axe()).to.deep.equal([]);
    await visit.picture('privacy-phone');
  });
});
