import { expect } from 'chai';
import request from 'supertest';
import type { EarlierCases, LikeCase } from '../../api/contract/intake.js';
import type { CaseDetail } from '../../api/contract/case.js';
import type { Problem } from '../../api/contract/problem.js';
import { openApiBench, report, strangersReport, type ApiBench } from './workbench.js';

const phone = '13800138000';

describe('what the intake desk asks through the API', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  after(() => bench.close());
  beforeEach(() => bench.clear());

  const agent = () => bench.as('center.agent');
  const registered = async (changes: object = {}) => {
    const answer = await (await agent()).post('/api/cases', report(changes));
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    return (answer.body as { caseNumber: string }).caseNumber;
  };
  const change = (caseNumber: string, set: object) =>
    bench.deps.models.connection.collection<{ _id: string }>('cases').updateOne({ _id: caseNumber }, { $set: set });
  const fieldsOf = (answer: request.Response) => (answer.body as Problem).errors.map(({ field }) => field);

  describe('earlier cases of a caller', () => {
    const look = async (body: object, post = 'center.agent') =>
      (await bench.as(post)).post('/api/callers/earlier-cases', body);
    const numbers = (answer: request.Response) => (answer.body as EarlierCases).items.map((one) => one.caseNumber);

    it('are found however the phone is typed, the newest first, and tell no phone', async () => {
      const first = await registered();
      const second = await registered({ title: '井盖又缺了' });
      await registered({ caller: { phone: '13900139000' } });

      const answer = await look({ locality: 'linhe', phone: '+86 138-0013-8000' });

      expect(answer.status).to.equal(200);
      expect(numbers(answer)).to.have.members([first, second]);
      expect(JSON.stringify(answer.body)).not.to.contain('8000');
    });

    it('leave out those that the agent may not see: confidential ones of others, those about the own unit', async () => {
      const open = await registered();
      const secret = await registered({ confidential: true });
      await change(secret, { parties: ['water'] });
      const aboutUs = await registered({ accusedUnitId: 'center' });

      const found = numbers(await look({ locality: 'linhe', phone }));

      expect(found).to.deep.equal([open]);
      expect(found).not.to.include(secret).and.not.to.include(aboutUs);
    });

    it('of another locality stay there', async () => {
      const elsewhere = await registered();
      await change(elsewhere, { locality: 'elsewhere' });

      expect(numbers(await look({ locality: 'linhe', phone }))).to.deep.equal([]);
      expect((await look({ locality: 'elsewhere', phone })).status).to.equal(403);
    });

    it('are not for those who register nothing, nor for a phone that is none', async () => {
      for (const post of ['housing.clerk', 'citizen', 'center.callback'])
        expect((await look({ locality: 'linhe', phone }, post)).status, post).to.equal(403);
      const wrong = await look({ locality: 'linhe', phone: '12-34' });
      expect([wrong.status, ...fieldsOf(wrong)]).to.deep.equal([422, '/phone']);
      const local = await look({ locality: 'linhe', phone: '3650000' });
      expect(local.status).to.equal(200);
    });
  });

  describe('cases of the same matter', () => {
    const told = { title: '井盖没了', text: '人民路 12 号门前的井盖缺失，很危险', category: 'manhole' };
    const look = async (body: object, post = 'center.agent') =>
      (await bench.as(post)).post('/api/localities/linhe/like-cases', body);
    const likes = async (body: object) => {
      const answer = await look(body);
      expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
      return answer.body as LikeCase[];
    };

    it('are shown with why, and nothing about who reported', async () => {
      const same = await registered({ category: 'manhole' });
      await registered({ category: 'tap-water', title: '停水', text: '家里从早上停水到现在', place: {} });

      const found = await likes(told);

      expect(found.map(({ caseNumber }) => caseNumber)).to.deep.equal([same]);
      expect(found[0]).to.deep.include({ because: ['words', 'category'], callers: 1, mayMerge: true });
      expect(JSON.stringify(found)).not.to.contain('张').and.not.to.contain('8000');
    });

    it('leave out what the agent may not see, what is merged, taken back, long closed or of another locality', async () => {
      const hidden = [
        { confidential: true, parties: ['water'] },
        { mergedInto: 'LH-20200101-0001' },
        { withdrawal: { reason: '好了', at: new Date(), by: { name: '市民' } } },
        { stage: 'closed', closedAt: new Date(Date.now() - 30 * 86_400_000) },
        { locality: 'elsewhere' },
      ];
      for (const set of hidden) await change(await registered({ category: 'manhole' }), set);

      expect(await likes(told)).to.deep.equal([]);
    });

    it('show one that was closed just now, which nothing can be merged into', async () => {
      const done = await registered({ category: 'manhole' });
      await change(done, { stage: 'closed', closedAt: new Date(), outcome: 'solved' });

      expect(await likes(told))
        .to.have.length(1)
        .and.to.have.nested.property('[0].mayMerge', false);
    });

    it('are none while too little was typed, and not for those who register nothing', async () => {
      await registered({ category: 'manhole' });

      expect(await likes({ title: '井' })).to.deep.equal([]);
      for (const post of ['housing.clerk', 'citizen']) expect((await look(told, post)).status, post).to.equal(403);
    });

    it('finds them along an index, also among many', async () => {
      const many = Array.from({ length: 2_000 }, (_, index) => ({
        _id: `LH-20200101-${10_000 + index}`,
        locality: 'linhe',
        category: 'other',
      }));
      const cases = bench.deps.models.connection.collection<{ _id: string }>('cases');
      await cases.insertMany(
        many.map((one) => ({
          ...one,
          registeredAt: new Date(),
          title: '别的',
          text: '别的事情',
          confidential: false,
          callers: [],
        })),
      );
      const same = await registered({ category: 'manhole' });
      await change(same, { registeredAt: new Date(Date.now() - 3_600_000) });

      expect((await likes(told)).map(({ caseNumber }) => caseNumber)).to.deep.equal([same]);
    });
  });

  describe('registering what was decided at the desk', () => {
    const register = async (changes: object) => (await agent()).post('/api/cases', report(changes));
    const known = { kind: 'help', category: 'manhole' };

    it('keeps the answers to the questions of the category and shows them with the case', async () => {
      const answers = [{ question: '在哪条路？', answer: '人民路' }];
      const caseNumber = await registered({ ...known, branch: 'handle', answers });

      const found = (await (await agent()).get(`/api/cases/${caseNumber}`)).body as CaseDetail;
      expect(found.answers).to.deep.equal(answers);
    });

    it('refuses a merge that the procedure would refuse later, and names the field', async () => {
      const open = await registered();
      const closed = await registered();
      await change(closed, { stage: 'closed' });
      const secret = await registered({ confidential: true });
      await change(secret, { parties: ['water'] });
      const merged = await registered();
      await change(merged, { mergedInto: open });
      const elsewhere = await registered();
      await change(elsewhere, { locality: 'elsewhere' });

      for (const into of [closed, secret, merged, elsewhere, 'LH-20200101-9999', undefined]) {
        const answer = await register({ ...known, branch: 'same-matter', mergeInto: into });
        expect([answer.status, ...fieldsOf(answer)], into).to.deep.equal([422, '/mergeInto']);
      }
      expect(fieldsOf(await register({ ...known, branch: 'handle', mergeInto: open }))).to.deep.equal(['/mergeInto']);
    });

    it('refuses an article that is not there, an answer without that branch, a transfer without its line', async () => {
      expect(fieldsOf(await register({ ...known, branch: 'answer', articleId: 'none' }))).to.deep.equal(['/articleId']);
      expect(fieldsOf(await register({ ...known, branch: 'handle', answer: '好的' }))).to.deep.equal(['/branch']);
      expect(fieldsOf(await register({ ...known, branch: 'emergency' }))).to.deep.equal(['/lineId']);
    });

    it('leaves all that to the hotline: a citizen may not merge or answer', async () => {
      const body = report({ channel: 'app', mergeInto: await registered(), answer: '已办' });

      const answer = await (await bench.as('citizen')).post('/api/cases', body);
      expect([answer.status, ...fieldsOf(answer)]).to.deep.equal([422, '/mergeInto', '/answer']);
      const stranger = await request(bench.app)
        .post('/api/public/cases')
        .send(strangersReport({ answers: [] }));
      expect(stranger.status).to.equal(422);
    });
  });

  it('gives the map its points, and a tile server only where the operator named one', async () => {
    const answer = await request(bench.app).get('/api/localities/linhe/map').expect(200);

    expect(answer.body).to.deep.equal({
      tiles: null,
      points: [
        { name: '市热线中心', unitId: 'center', point: { longitude: 122.8, latitude: 45.6 }, approximate: true },
      ],
    });
  });
});
