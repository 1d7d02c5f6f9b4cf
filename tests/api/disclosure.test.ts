import { expect } from 'chai';
import type { CaseDetail } from '../../api/contract/case.js';
import type { FileInfo } from '../../api/contract/file.js';
import type { StepList } from '../../api/contract/record.js';
import type { RegisteredCase } from '../../api/contract/register.js';
import { picture } from '../support/files.js';
import { openApiBench, report, type ApiBench } from './workbench.js';

describe('Attachments of a complaint', () => {
  let bench: ApiBench;

  before(async () => (bench = await openApiBench()));
  afterEach(() => bench.clear());
  after(() => bench.close());

  it('are let be seen by the centre alone, with a reason and a step, and hidden again', async () => {
    const [agent, housing] = [await bench.as('center.agent'), await bench.as('housing.clerk')];
    const upload = await agent.post('/api/files').attach('file', picture, '路面.jpg').expect(201);
    const { fileId } = upload.body as FileInfo;
    const told = report({ accusedUnitId: 'housing', attachments: [fileId] });
    const { caseNumber } = (await agent.post('/api/cases', told).expect(201)).body as RegisteredCase;
    await bench.deps.models.cases.move(caseNumber, 'test:give', { parties: ['housing', 'water'] });
    const path = `/api/cases/${caseNumber}/attachments/${fileId}/disclosure`;
    const read = async (who = housing) => (await who.get(`/api/cases/${caseNumber}`).expect(200)).body as CaseDetail;
    const decide = (shown: boolean, reason = '照片只拍到路面', who = agent) => who.put(path, { shown, reason });

    for (const post of ['housing.clerk', 'water.clerk', 'center.callback'])
      await decide(true, '想看', await bench.as(post)).expect(403);
    await decide(true, ' ').expect(422);
    await agent
      .put(path.replace(fileId, '00000000-0000-4000-8000-000000000000'), { shown: true, reason: '看' })
      .expect(404);
    expect((await read(agent)).mayDisclose).to.equal(true);
    expect((await read()).mayDisclose).to.equal(false);
    expect((await read(agent)).attachments[0]?.disclosed).to.equal(false);
    await housing.get(`/api/files/${fileId}`).expect(404);

    await decide(true).expect(204);
    await decide(true, '又点了一次').expect(204);
    expect(await read()).to.deep.include({ attachmentsHidden: 0 });
    expect((await read()).attachments.map(({ name }) => name)).to.deep.equal(['路面.jpg']);
    await housing.get(`/api/files/${fileId}`).expect(200);
    await decide(false, '诉求人不同意').expect(204);
    expect(await read()).to.deep.include({ attachments: [], attachmentsHidden: 1 });
    await housing.get(`/api/files/${fileId}`).expect(404);

    const { steps, chain } = (await agent.get(`/api/cases/${caseNumber}/steps`)).body as StepList;
    const decisions = steps.filter(({ act }) => act.endsWith('-attachment'));
    expect(decisions.map(({ act, data, by }) => [act, data['reason'], by.role])).to.deep.equal([
      ['disclose-attachment', '照片只拍到路面', 'agent'],
      ['hide-attachment', '诉求人不同意', 'agent'],
    ]);
    expect(chain.intact).to.equal(true);
    expect((await housing.get(`/api/cases/${caseNumber}/steps`)).text).to.not.contain('路面.jpg');
  });

  it('are hidden from nobody in a case that complains about no unit', async () => {
    const agent = await bench.as('center.agent');
    const upload = await agent.post('/api/files').attach('file', picture, '路面.jpg').expect(201);
    const { fileId } = upload.body as FileInfo;
    const { caseNumber } = (await agent.post('/api/cases', report({ attachments: [fileId] })).expect(201))
      .body as RegisteredCase;
    const path = `/api/cases/${caseNumber}/attachments/${fileId}/disclosure`;

    const answer = await agent.put(path, { shown: true, reason: '看' }).expect(409);
    expect(answer.text).to.contain('DISCLOSURE_REFUSED');
    const { attachments } = (await agent.get(`/api/cases/${caseNumber}`)).body as CaseDetail;
    expect(attachments[0]?.disclosed).to.equal(null);
  });
});
