import { expect } from 'chai';

import type { CaseDetail } from '../../api/contract/case.js';
import type { FileInfo } from '../../api/contract/file.js';
import type { StepList } from '../../api/contract/record.js';
import type { RegisteredCase } from '../../api/contract/register.js';
import { findAttachments, takeAttachments } from '../../commands/attach-files.js';
import { picture } from '../support/files.js';
import { until } from '../support/until.js';
import { openApiBench, report, type ApiBench } from './workbench.js';

const secrets = ['张三丰', '张*', '张先生', '13800138000', '138****8000', '138-0013-8000', '人民路 12 号'];

describe('who complained', () => {
  let bench: ApiBench;

  before(async () => (bench = await openApiBench()));
  afterEach(() => bench.clear());
  after(() => bench.close());

  const told = {
    text: '住建局科员态度恶劣。我是张三丰，请叫我张先生，电话138-0013-8000，住人民路 12 号。',
    title: '张三丰投诉住建局',
  };

  async function complaint(): Promise<string> {
    const agent = await bench.as('center.agent');
    const answer = await agent.post('/api/cases', report({ ...told, accusedUnitId: 'housing' })).expect(201);
    const { caseNumber } = answer.body as RegisteredCase;
    await bench.deps.models.cases.move(caseNumber, 'test:give', { parties: ['housing', 'property', 'water'] });
    await keepRecords(caseNumber);

    return caseNumber;
  }

  /** What commands leave with a case, with the caller in every text. */
  async function keepRecords(caseNumber: string): Promise<void> {
    const { models } = bench.deps;
    const [at, by] = [new Date(), { name: '系统' }];
    const html = `<p>诉求人张* 138****8000，${told.text}</p>`;
    const document = {
      _id: `doc:${caseNumber}`,
      caseNumber,
      kind: 'work-order',
      title: `交办单 张三丰`,
      html,
      issuedAt: at,
    };
    await models.documents.insert({ ...document, template: { name: 'default/work-order', hash: 'x' } });
    await models.notices.insert({
      _id: `notice:${caseNumber}`,
      caseNumber,
      kind: 'reminder',
      at,
      by,
      result: { note: told.text },
    });
    const attempt = { caseNumber, locality: 'linhe', round: 1, attempt: 1, sampled: false, factors: {}, at, by };
    await models.callbacks.insert({ _id: `callback:${caseNumber}`, ...attempt, opinion: '我邻居都知道是我打的' });
    await models.tasks.insert({
      ...{ _id: '777', caseNumber, caseTitle: told.title, locality: 'linhe', elementId: 'handle', name: '承办' },
      ...{
        processId: 'linhe-case',
        version: 1,
        definitionKey: '1',
        processInstanceKey: '2',
        priority: 50,
        state: 'created',
      },
      ...{ candidateGroups: ['linhe/housing/clerk'], unitId: 'housing', accusedUnitId: 'housing', createdAt: at },
      variables: { note: told.text },
    });
  }

  const parts = ['', '/steps', '/documents', '/notices', '/callbacks', '/related', '/outlook'];
  const pathsOf = (caseNumber: string) => [
    ...parts.map((part) => `/api/cases/${caseNumber}${part}`),
    `/api/cases/${caseNumber}/documents/${encodeURIComponent(`doc:${caseNumber}`)}`,
    '/api/cases',
    '/api/tasks?whose=all',
    '/api/tasks/777',
  ];

  for (const post of ['housing.clerk', 'housing.deputy', 'property.clerk']) {
    it(`stands in no answer to ${post}, of the unit that the case complains about or below it`, async () => {
      const caseNumber = await complaint();
      const reader = await bench.as(post);
      let read = 0;
      for (const path of pathsOf(caseNumber)) {
        const answer = await reader.get(path);
        if (answer.status === 200) read += 1;
        for (const secret of secrets) expect(answer.text, `${path} tells ${secret}`).to.not.contain(secret);
      }
      expect(read).to.be.greaterThan(8);
    });
  }

  it('is not told by photos: the accused unit is told only that there are some, and sees its own', async () => {
    const [agent, housing] = [await bench.as('center.agent'), await bench.as('housing.clerk')];
    const upload = async (name: string, who = agent) =>
      ((await who.post('/api/files').attach('file', picture, name).expect(201)).body as FileInfo).fileId;
    const photo = await upload('从我家阳台拍的.jpg');
    const told = report({ accusedUnitId: 'housing', attachments: [photo] });
    const { caseNumber } = (await agent.post('/api/cases', told).expect(201)).body as RegisteredCase;
    await bench.deps.models.cases.move(caseNumber, 'test:give', { parties: ['housing', 'property', 'water'] });

    const read = async (who: typeof agent) =>
      (await who.get(`/api/cases/${caseNumber}`).expect(200)).body as CaseDetail;
    for (const who of [housing, await bench.as('property.clerk')]) {
      expect(await read(who)).to.deep.include({ attachments: [], attachmentsHidden: 1 });
      await who.get(`/api/files/${photo}`).expect(404);
      await who.get(`/api/files/${photo}/info`).expect(404);
      for (const part of ['', '/steps']) {
        const answer = await who.get(`/api/cases/${caseNumber}${part}`).expect(200);
        expect(answer.text, part).to.not.contain('阳台');
      }
    }
    const water = await bench.as('water.clerk');
    expect((await read(water)).attachments.map(({ fileId }) => fileId)).to.deep.equal([photo]);
    await water.get(`/api/files/${photo}`).expect(200);

    const own = await upload('整改后.jpg', housing);
    const by = { userId: 'linhe.housing.clerk', unitId: 'housing', role: 'clerk', name: '市住建局承办人' };
    const files = await findAttachments(bench.deps, [{ field: '/evidence', fileIds: [own] }], { by, caseNumber });
    await takeAttachments(bench.deps, files, { by, caseNumber });
    await bench.deps.models.cases.attach(caseNumber, files);
    const now = await read(housing);
    expect(now.attachments.map(({ name }) => name)).to.deep.equal(['整改后.jpg']);
    expect(now.attachmentsHidden).to.equal(1);
    await housing.get(`/api/files/${own}`).expect(200);
  });

  it('is masked for a unit above the accused one, in every text, until it handles the case itself and says what for', async () => {
    const agent = await bench.as('center.agent');
    const answer = await agent.post('/api/cases', report({ ...told, accusedUnitId: 'property' })).expect(201);
    const { caseNumber } = answer.body as RegisteredCase;
    const { cases } = bench.deps.models;
    await cases.move(caseNumber, 'test:give', { parties: ['housing', 'property', 'water'] });
    await keepRecords(caseNumber);
    const housing = await bench.as('housing.deputy');

    const masked = (await housing.get(`/api/cases/${caseNumber}`).expect(200)).body as CaseDetail;
    expect(masked.caller).to.deep.equal({ name: '张**', phone: '138****8000' });
    for (const path of pathsOf(caseNumber)) {
      const { text } = await housing.get(path);
      for (const secret of ['张三丰', '张先生', '13800138000', '138-0013-8000', '人民路 12 号'])
        expect(text, `${path} tells ${secret}`).to.not.contain(secret);
    }
    const refusal = await housing.post(`/api/cases/${caseNumber}/caller`, { reason: '了解情况' }).expect(403);
    expect(refusal.text).to.contain('只有承办单位和中心可以查看');
    const found = await housing.get(encodeURI('/api/cases?text=张三丰')).expect(200);
    expect((found.body as { total: number }).total).to.equal(0);

    await cases.move(caseNumber, 'test:hold', { set: { holder: { unitId: 'housing' } } });
    await housing.post(`/api/cases/${caseNumber}/caller`, { reason: '' }).expect(422);
    const shown = await housing.post(`/api/cases/${caseNumber}/caller`, { reason: '上门核实' }).expect(200);
    expect(shown.body).to.deep.equal({ name: '张三丰', phone: '+8613800138000' });
    expect((await housing.get(`/api/cases/${caseNumber}`)).text).to.contain(told.title);
  });

  it('is not told by the board to supervisors of a unit above the accused one', async () => {
    const agent = await bench.as('center.agent');
    const answer = await agent.post('/api/cases', report({ ...told, accusedUnitId: 'property' })).expect(201);
    const { caseNumber } = answer.body as RegisteredCase;
    const { cases, users } = bench.deps.models;
    await cases.move(caseNumber, 'test:late', { set: { dueAt: new Date(bench.clock.now().getTime() - 1_000) } });
    const deputy = await users.find('linhe.housing.deputy');
    await users.insert({ ...deputy!, _id: 'linhe.housing.supervisor', roles: ['supervisor'] });
    const board = async (post: string) => (await (await bench.as(post)).get('/api/board').expect(200)).text;

    await until(async () => (await board('center.supervisor')).includes(told.title));
    expect(await board('housing.supervisor'))
      .to.contain(caseNumber)
      .and.to.contain('标题不显示')
      .and.not.to.contain('张三丰');
  });

  it('stands masked in the answers to others, and in the words of the report', async () => {
    const caseNumber = await complaint();
    const answer = await (await bench.as('water.clerk')).get(`/api/cases/${caseNumber}`).expect(200);
    expect(answer.text).to.contain('138****8000').and.to.contain(told.title).and.to.not.contain('"+8613800138000"');
  });

  it('is not found out by searching for a name in titles', async () => {
    await complaint();
    for (const path of ['/api/cases?text=张三丰', '/api/tasks?whose=all&text=张三丰']) {
      const found = await (await bench.as('housing.clerk')).get(encodeURI(path)).expect(200);
      expect((found.body as { total: number }).total, path).to.equal(0);
    }
    const found = await (await bench.as('center.agent')).get(encodeURI('/api/cases?text=张三丰')).expect(200);
    expect((found.body as { total: number }).total).to.equal(1);
  });
});

describe('looking at a case', () => {
  let bench: ApiBench;

  before(async () => (bench = await openApiBench()));
  // A look counts once an hour.
  let hours = 0;
  beforeEach(() => bench.clock.pin(new Date(Date.UTC(2026, 5, 1, (hours += 3)))));
  afterEach(() => bench.clear());
  after(() => bench.close());

  const registered = async (): Promise<string> => {
    const answer = await (await bench.as('center.agent')).post('/api/cases', report()).expect(201);

    return (answer.body as RegisteredCase).caseNumber;
  };
  const viewsOf = async (caseNumber: string) =>
    (await bench.deps.models.steps.ofCase(caseNumber)).filter(({ act }) => act.startsWith('view-'));

  it('is a step of the record, once a person and hour, whichever part is looked at', async () => {
    const caseNumber = await registered();
    const agent = await bench.as('center.agent');
    await Promise.all(
      ['', '/steps', '/documents', '/notices'].map((part) => agent.get(`/api/cases/${caseNumber}${part}`)),
    );
    expect((await viewsOf(caseNumber)).map(({ by }) => by.userId)).to.deep.equal(['linhe.center.agent']);
    await (await bench.as('center.supervisor')).get(`/api/cases/${caseNumber}`).expect(200);
    expect(await viewsOf(caseNumber)).to.have.length(2);
    bench.clock.pin(new Date(bench.clock.now().getTime() + 3_600_000));
    await agent.get(`/api/cases/${caseNumber}`).expect(200);
    expect(await viewsOf(caseNumber)).to.have.length(3);
  });

  it('leaves no step when it is refused', async () => {
    const caseNumber = await registered();
    await (await bench.as('water.clerk')).get(`/api/cases/${caseNumber}`).expect(404);
    expect(await viewsOf(caseNumber)).to.have.length(0);
  });

  it('is shown to supervisors, and to nobody else; the chain holds for all', async () => {
    const caseNumber = await registered();
    const stepsFor = async (post: string) =>
      (await (await bench.as(post)).get(`/api/cases/${caseNumber}/steps`).expect(200)).body as StepList;
    const agents = await stepsFor('center.agent');
    const supervisors = await stepsFor('center.supervisor');
    expect(agents.steps.map(({ act }) => act)).to.deep.equal(['register-case']);
    expect(supervisors.steps.map(({ act }) => act)).to.deep.equal(['register-case', 'view-case', 'view-case']);
    expect(agents.chain.intact && supervisors.chain.intact).to.equal(true);
  });
});
