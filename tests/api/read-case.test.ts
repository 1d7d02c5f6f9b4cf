import { expect } from 'chai';
import request from 'supertest';
import type { CaseDetail, CasePage } from '../../api/contract/case.js';
import type { Progress } from '../../api/contract/progress.js';
import type { StepList } from '../../api/contract/record.js';
import type { RegisteredCase } from '../../api/contract/register.js';
import { openApiBench, report, type ApiBench } from './workbench.js';

describe('reading cases', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  afterEach(() => bench.clear());
  after(() => bench.close());

  const register = async (changes: object = {}): Promise<RegisteredCase> =>
    (await (await bench.as('center.agent')).post('/api/cases', report(changes)).expect(201)).body as RegisteredCase;
  const list = async (query = '', post = 'center.supervisor') =>
    (await (await bench.as(post)).get(`/api/cases${query}`).expect(200)).body as CasePage;
  const statusFor = async (post: string, path: string) => (await (await bench.as(post)).get(path)).status;
  const give = (caseNumber: string, unitId: string) =>
    bench.deps.models.cases.move(caseNumber, `test:${unitId}`, {
      set: { holder: { unitId }, dueAt: new Date('2026-01-01T00:00:00Z') },
      parties: [unitId],
    });

  describe('in a list', () => {
    it('pages, sorts and filters', async () => {
      const titles = ['一', '二', '三', '四', '五'];
      for (const title of titles) await register({ title, category: title === '三' ? 'roads' : 'manhole' });

      const first = await list('?limit=2&sort=registeredAt');
      expect(first.items.map(({ title }) => title)).to.deep.equal(['一', '二']);
      expect(first).to.include({ page: 1, limit: 2, total: 5 });
      expect((await list('?limit=2&page=3&sort=registeredAt')).items.map(({ title }) => title)).to.deep.equal(['五']);
      expect((await list('?category=roads')).items.map(({ title }) => title)).to.deep.equal(['三']);
      expect((await list('?category=roads,manhole')).total).to.equal(5);
      expect((await list('?text=四')).total).to.equal(1);
      expect((await list('?text=%20四%20')).total).to.equal(1);
      expect((await list('?text=四五')).total).to.equal(0);
      expect((await list('?text=.')).total).to.equal(0);
      expect((await list('?stage=closed')).total).to.equal(0);
      expect((await list('?from=2999-01-01T00:00:00Z')).total).to.equal(0);
    });

    it('finds a case by its number, however it is typed, and tells no more than may be seen', async () => {
      const [one] = [await register(), await register()];
      const clerk = await bench.as('housing.clerk');
      const asked = encodeURIComponent(` ${one.caseNumber.toLowerCase()} `);

      expect((await list(`?text=${asked}`)).items.map(({ caseNumber }) => caseNumber)).to.deep.equal([one.caseNumber]);
      expect((await list('?text=LH-20200101-9999')).items).to.deep.equal([]);
      expect((await clerk.get(`/api/cases?text=${asked}`).expect(200)).body).to.include({ total: 0, more: false });
    });

    it('finds by any part of a title, from either end of the list', async () => {
      for (const title of ['东街路灯不亮', '西街 LED 路灯坏了', '东街井盖丢失']) await register({ title });
      const found = async (text: string, sort: string) =>
        (await list(`?text=${encodeURIComponent(text)}&sort=${sort}`)).items.map(({ title }) => title);

      expect(await found('路灯', 'registeredAt')).to.deep.equal(['东街路灯不亮', '西街 LED 路灯坏了']);
      expect(await found('路灯', '-registeredAt')).to.deep.equal(['西街 LED 路灯坏了', '东街路灯不亮']);
      expect(await found('led 路', 'dueAt')).to.deep.equal(['西街 LED 路灯坏了']);
      expect(await found('灯', 'registeredAt')).to.have.length(2);
      expect(await found('东街路灯坏', '-registeredAt')).to.deep.equal([]);
    });

    it('finds what is overdue', async () => {
      const late = await register();
      await register();
      await give(late.caseNumber, 'housing');

      const { items } = await list('?overdue=true');
      expect(items.map(({ caseNumber }) => caseNumber)).to.deep.equal([late.caseNumber]);
      expect(items[0]?.overdue).to.equal(true);
    });

    it('shows a unit only what it has a part in, and its deputy what those below have', async () => {
      const [one, two] = [await register(), await register()];
      await give(one.caseNumber, 'property');
      await give(two.caseNumber, 'water');

      expect((await list('', 'property.clerk')).items.map((found) => found.caseNumber)).to.deep.equal([one.caseNumber]);
      expect((await list('', 'housing.clerk')).total).to.equal(0);
      expect((await list('', 'housing.deputy')).items.map((found) => found.caseNumber)).to.deep.equal([one.caseNumber]);
      expect((await list('', 'center.agent')).total).to.equal(2);
      expect((await list('', 'admin')).total).to.equal(0);
    });
  });

  describe('one by one', () => {
    it('reads the same for a case that is not there and one that is not theirs', async () => {
      const { caseNumber } = await register();
      await give(caseNumber, 'water');

      const [hidden, missing] = await Promise.all(
        [caseNumber, 'LH-20000101-0001'].map(async (number) =>
          (await bench.as('housing.clerk')).get(`/api/cases/${number}`),
        ),
      );
      expect(hidden?.status).to.equal(404);
      const normal = (text = '') => text.replaceAll(/LH-\d+-\d+/g, 'N');
      expect(normal(hidden?.text)).to.equal(normal(missing?.text));
    });

    it('hides a confidential case from all but its handlers, everywhere', async () => {
      const { caseNumber } = await register({ confidential: true });
      await give(caseNumber, 'water');

      for (const part of ['', '/steps', '/documents', '/notices', '/callbacks', '/instance', '/documents/x']) {
        expect(await statusFor('housing.deputy', `/api/cases/${caseNumber}${part}`), part).to.equal(404);
        expect(await statusFor('center.policy', `/api/cases/${caseNumber}${part}`), part).to.equal(404);
      }
      expect(await statusFor('water.clerk', `/api/cases/${caseNumber}`)).to.equal(200);
      expect((await list('', 'center.policy')).total).to.equal(0);
      expect((await list('', 'water.clerk')).total).to.equal(1);
    });

    it('shows the record with a chain that holds, and where it breaks when somebody changed it', async () => {
      const { caseNumber } = await register();
      const supervisor = await bench.as('center.supervisor');
      await supervisor.post(`/api/cases/${caseNumber}/caller`, { reason: '回访核实' }).expect(200);
      const read = async () => (await supervisor.get(`/api/cases/${caseNumber}/steps`).expect(200)).body as StepList;

      const whole = await read();
      expect(whole.steps.map(({ act }) => act)).to.deep.equal(['register-case', 'reveal-caller', 'view-case']);
      expect(whole.chain).to.deep.equal({ intact: true, brokenAt: null });
      await bench.deps.models.connection
        .collection('steps')
        .updateOne({ caseNumber, number: 2 }, { $set: { 'data.reason': '好奇' } });
      expect((await read()).chain).to.deep.equal({ intact: false, brokenAt: 2 });
    });

    it('shows an issued document as it was rendered, without script and in no other frame', async () => {
      const { caseNumber } = await register();
      const html = '<!doctype html><h1>交办单</h1><p>&lt;script&gt;</p>';
      await bench.deps.models.documents.insert({
        _id: 'job:1',
        caseNumber,
        kind: 'work-order',
        title: '交办单',
        html,
        issuedAt: new Date(),
        template: { name: 'default/work-order', hash: 'x' },
      });
      const agent = await bench.as('center.agent');

      const answer = await agent.get(`/api/cases/${caseNumber}/documents/${encodeURIComponent('job:1')}`).expect(200);
      expect(answer.text).to.equal(html);
      expect(answer.headers['content-type']).to.contain('text/html');
      expect(answer.headers['content-security-policy']).to.contain("default-src 'none'").and.to.contain('sandbox');
      expect(answer.headers['x-content-type-options']).to.equal('nosniff');
      const other = await register();
      await agent.get(`/api/cases/${other.caseNumber}/documents/${encodeURIComponent('job:1')}`).expect(404);
    });
  });

  describe('seeing who called', () => {
    const ask = async (post: string, caseNumber: string, body: object = { reason: '核对地址' }) =>
      (await bench.as(post)).post(`/api/cases/${caseNumber}/caller`, body);

    it('takes a reason and leaves a step', async () => {
      const { caseNumber } = await register();
      const answer = await ask('center.callback', caseNumber);

      expect(answer.body).to.deep.equal({ name: '张三丰', phone: '+8613800138000' });
      const last = await bench.deps.models.steps.last(caseNumber);
      expect(last).to.deep.include({ act: 'reveal-caller', data: { reason: '核对地址' } });
      expect(last?.by.userId).to.equal('linhe.center.callback');
    });

    it('is refused without a reason, and leaves none', async () => {
      const { caseNumber } = await register();

      expect((await ask('center.callback', caseNumber, {})).status).to.equal(422);
      expect((await ask('center.callback', caseNumber, { reason: '  ' })).status).to.equal(422);
      const steps = await bench.deps.models.steps.ofCase(caseNumber);
      expect(steps.filter(({ act }) => act === 'reveal-caller')).to.have.length(0);
    });

    it('is refused to posts that do not need it', async () => {
      const { caseNumber } = await register();

      expect((await ask('center.policy', caseNumber)).status).to.equal(403);
      expect((await ask('admin', caseNumber)).status).to.equal(404);
    });

    it('is refused to the unit that is complained about, and to those below it, though they handle the case', async () => {
      const { caseNumber } = await register({ accusedUnitId: 'housing' });
      await give(caseNumber, 'housing');
      await give(caseNumber, 'property');

      for (const post of ['housing.clerk', 'housing.deputy', 'property.clerk']) {
        expect((await ask(post, caseNumber)).status, post).to.equal(403);
        const read = await (await bench.as(post)).get(`/api/cases/${caseNumber}`).expect(200);
        expect((read.body as CaseDetail).caller, post).to.equal(null);
      }
      expect((await ask('center.agent', caseNumber)).status).to.equal(200);
    });
  });

  describe('following one by number and code', () => {
    const follow = (caseNumber: string, code: string) =>
      request(bench.app).post('/api/public/progress').send({ caseNumber, code });

    it('tells where it is, who holds it, until when and what comes next, and nothing personal', async () => {
      const { caseNumber, code } = await register();
      await give(caseNumber, 'housing');
      const answer = await follow(caseNumber, code.toLowerCase()).expect(200);

      const progress = answer.body as Progress;
      expect(progress).to.include({ holder: '市住建局', stage: 'registered', dueAt: '2026-01-01T00:00:00.000Z' });
      expect(progress.where).to.match(/已登记/);
      expect(progress.next).to.match(/热线/);
      expect(progress.timeline.map(({ text }) => text)).to.deep.equal(['诉求已登记']);
      for (const secret of ['张', '13800138000', '人民路', '井盖']) expect(answer.text).not.to.contain(secret);
    });

    it('reads the same for a wrong code and a wrong number', async () => {
      const { caseNumber, code } = await register();
      const [wrongCode, wrongNumber] = [await follow(caseNumber, 'AAAAAAAA'), await follow('LH-20000101-0001', code)];

      expect(wrongCode.status).to.equal(404);
      expect(wrongCode.body).to.deep.equal(wrongNumber.body);
    });
  });
});
