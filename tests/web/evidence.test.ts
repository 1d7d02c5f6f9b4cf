import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseDetail } from '../../api/contract/case.js';
import type { RegisteredCase } from '../../api/contract/register.js';
import { picture } from '../support/files.js';
import { until } from '../support/until.js';
import { complete, register, taskOf } from './acts.js';
import { caseAtHandler } from './desk.js';
import { stageOrSkip, type WebStage } from './stage.js';

const [clerk, agent] = ['baicheng.zhongxing-heating.clerk', 'baicheng.center.agent'];

describe('Photos of a case', function () {
  this.timeout(180_000);
  let stage: WebStage;
  let folder = '';
  before(async function () {
    stage = await stageOrSkip(this);
    folder = await mkdtemp(join(tmpdir(), 'photos-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('go from the form of a task to the case, where they are opened', async () => {
    const { caseNumber, taskKey } = await caseAtHandler(stage, '交回照片');
    const visit = await stage.visit(clerk, { on: 'phone' });
    const page = await visit.open(`/tasks/${taskKey}`);
    await page.getByLabel('答复', { exact: true }).fill('已更换管段，恢复供热。');
    await page.getByLabel('已解决').first().check();
    await page.getByLabel('现场照片').check();
    const field = page.getByRole('group', { name: '佐证（照片、票据、读数）' });
    const chosen = page.waitForEvent('filechooser');
    await field.getByRole('button', { name: '拍照' }).tap();
    await (await chosen).setFiles({ name: '修好了.jpg', mimeType: 'image/jpeg', buffer: picture });
    await field.getByRole('link', { name: '修好了.jpg' }).waitFor();
    await visit.picture('task-photo-phone');
    expect(await visit.axe()).to.deep.equal([]);
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('“承办”已提交').waitFor();
    await visit.close();

    const desk = await stage.visit('baicheng.center.supervisor');
    const read = () => stage.person('baicheng.center.supervisor').get<CaseDetail>(`/cases/${caseNumber}`);
    await until(async () => (await read()).attachments.length === 1, 60_000);
    const files = (await desk.open(`/cases/${caseNumber}`)).getByRole('region', { name: '附件' });
    await files.getByText(/承办人/).waitFor();
    const popup = desk.page.waitForEvent('popup');
    await files.getByRole('link', { name: '修好了.jpg' }).click();
    await (await popup).waitForLoadState();
    const opened = await desk.context.request.get((await popup).url());
    expect(opened.headers()['content-type']).to.equal('image/jpeg');
    expect(await opened.body()).to.deep.equal(picture);
    await desk.picture('case-attachments');
    expect(await desk.axe()).to.deep.equal([]);
    await desk.close();
  });

  it('of 50 MB are refused before they are sent, with the limit, and nothing is lost', async () => {
    const { taskKey } = await caseAtHandler(stage, '照片太大');
    const large = join(folder, '大照片.jpg');
    await writeFile(large, Buffer.concat([picture, Buffer.alloc(50 * 1024 * 1024 - picture.length)]));
    const visit = await stage.visit(clerk);
    const page = await visit.open(`/tasks/${taskKey}`);
    const uploads: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/files')) uploads.push(request.url());
    });
    await page.getByLabel('答复', { exact: true }).fill('附上大照片');
    await page.locator('input[type=file]').first().setInputFiles(large);
    await page.getByText('文件太大（50 MB）：每个文件不能超过 20 MB。').waitFor();
    expect(uploads).to.deep.equal([]);
    expect(await page.getByLabel('答复', { exact: true }).inputValue()).to.equal('附上大照片');
    await visit.picture('task-photo-large');

    await page.getByRole('button', { name: '收起 大照片.jpg' }).click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '小.jpg', mimeType: 'image/jpeg', buffer: picture });
    await page.getByRole('link', { name: '小.jpg' }).waitFor();
    expect(uploads).to.have.length(1);
    await visit.close();
  });

  it('of a stranger are seen by the desk, and not by the unit that they complain about', async () => {
    const stranger = stage.person(undefined);
    const { fileId } = await stranger.upload('夜里拍的.jpg', picture);
    const told = {
      locality: 'baicheng',
      title: '供热站半夜施工',
      text: '供热站半夜施工，吵得睡不着。',
      attachments: [fileId],
      caller: { phone: '13804360010' },
    };
    const { caseNumber } = await stranger.post<RegisteredCase>('/public/cases', told);
    await taskOf(stage.person(agent), caseNumber, '受理分类');
    const desk = await stage.visit(agent);
    const files = (await desk.open(`/cases/${caseNumber}`)).getByRole('region', { name: '附件' });
    await files.getByRole('link', { name: '夜里拍的.jpg' }).waitFor();
    await files.getByText('市民').waitFor();
    await desk.close();

    const accused = await accusedCase();
    const visit = await stage.visit(clerk);
    const page = await visit.open(`/cases/${accused}`);
    await page.getByText(/有 1 个附件可能看得出是谁反映的，按规定不向被反映单位显示/).waitFor();
    expect(await page.content()).to.not.contain('我家窗户');
    await visit.picture('case-attachments-hidden');

    const center = await stage.visit('baicheng.center.supervisor');
    const found = (await center.open(`/cases/${accused}`)).getByRole('region', { name: '附件' });
    await found.getByText('被反映单位看不到').waitFor();
    await found.getByRole('button', { name: '允许查看：从我家窗户拍的.jpg' }).click();
    const dialog = center.page.getByRole('dialog', { name: '允许被反映单位查看' });
    await dialog.getByRole('button', { name: '允许查看' }).click();
    await dialog.getByText('请写明原因').waitFor();
    await dialog.getByLabel('理由').fill('照片只拍到工地，看不出是谁反映的');
    await center.picture('case-attachment-disclose');
    expect(await center.axe()).to.deep.equal([]);
    await dialog.getByRole('button', { name: '允许查看' }).click();
    await found.getByText('被反映单位可以看').waitFor();
    await center.picture('case-attachment-disclosed');
    await page.reload();
    await page.getByRole('link', { name: '从我家窗户拍的.jpg' }).waitFor();

    await found.getByRole('button', { name: /^不再给看：/ }).click();
    await center.page.getByLabel('理由').fill('诉求人不同意公开');
    await center.page.getByRole('dialog').getByRole('button', { name: '不再给看' }).click();
    await found.getByText('被反映单位看不到').waitFor();
    await page.reload();
    await page.getByText(/有 1 个附件可能看得出是谁反映的/).waitFor();
    await Promise.all([visit.close(), center.close()]);
  });

  /** A complaint about the heating company with a photo, dispatched to the company itself. */
  async function accusedCase(): Promise<string> {
    const desk = stage.person(agent);
    const { fileId } = await desk.upload('从我家窗户拍的.jpg', picture);
    const { caseNumber } = await register(desk, {
      locality: 'baicheng',
      channel: 'phone',
      kind: 'complaint',
      title: '投诉供热站',
      text: '供热站半夜施工。',
      caller: { name: '赵女士', phone: '13804360009' },
      accusedUnitId: 'zhongxing-heating',
      attachments: [fileId],
    });
    await complete(desk, caseNumber, '受理分类', {
      ...{ kind: 'complaint', category: 'heating', urgency: 'urgent', confidential: 'no', branch: 'handle' },
      placeUnitId: 'xingfu-south-community',
    });
    await complete(desk, caseNumber, '分办', { mode: 'direct', unitId: 'zhongxing-heating', duty: '说明情况' });
    await taskOf(stage.person(clerk), caseNumber, '签收');

    return caseNumber;
  }
});
