import { expect } from 'chai';
import request from 'supertest';
import type { Progress } from '../../api/contract/progress.js';
import type { CaseDocument } from '../../models/cases.js';
import { openCallers, SOLVED, type Callers } from './callers.js';
import { openApiBench } from './workbench.js';

const DAY = 86_400_000;

describe('whoever reported', () => {
  let callers: Callers;
  before(async () => {
    callers = await openCallers();
  });
  afterEach(() => callers.clear());
  after(() => callers.bench.close());

  it('asks for confidence, and the centre alone sees the case', async () => {
    const { caseNumber } = await callers.reported({ confidential: true });

    await (await callers.bench.as('center.agent')).get(`/api/cases/${caseNumber}`).expect(200);
    await (await callers.bench.as('center.policy')).get(`/api/cases/${caseNumber}`).expect(404);
  });

  for (const [path, more] of [
    ['progress', {}],
    ['cases/rating', { answers: SOLVED }],
    ['cases/reopening', { reason: '没有解决' }],
  ] as const)
    it(`reads the same at ${path} for a wrong code and a wrong number, and changes nothing`, async () => {
      const own = await callers.closed();
      const wrongCode = await callers.send(path, { ...more, caseNumber: own.caseNumber, code: 'WRONGCOD' });
      const wrongNumber = await callers.send(path, { ...more, caseNumber: 'LH-20200101-0001', code: own.code });

      expect(wrongCode.status).to.equal(404);
      expect(wrongCode.body).to.deep.equal(wrongNumber.body);
      const found = (await callers.bench.deps.models.cases.find(own.caseNumber))!;
      expect(found).to.include({ stage: 'closed', round: 1 });
      expect(await callers.bench.deps.models.callbacks.ofCase(own.caseNumber)).to.deep.equal([]);
    });

  describe('reads the answer', () => {
    const replied = async (reply: object, changes: Partial<CaseDocument> = {}) => {
      const own = await callers.closed(changes);
      await callers.bench.deps.models.connection.collection('orders').insertOne({
        _id: `${own.caseNumber}/1`,
        caseNumber: own.caseNumber,
        unitId: 'housing',
        state: 'accepted',
        reply: { data: reply, at: callers.bench.clock.now(), by: { name: '承办人' } },
      } as never);

      return own;
    };

    it('with what was promised and each demand, without phones, identity numbers and names', async () => {
      const reply =
        '已与张三丰（13912345678）联系，经办李师傅电话 7654321，更换井盖 20241105 号。身份证 220802199001011234。';
      const own = await replied({
        replyResult: 'planned',
        reply,
        promisedOn: '2026-05-01T00:00:00+08:00',
        itemReplies: [{ result: 'solved', answer: '打 139 1234 5678 即可' }],
      });

      const { answers } = await callers.progress(own);
      expect(answers).to.have.length(1);
      expect(answers[0]).to.include({ unit: '市住建局', result: '已列入计划', promisedOn: '2026-05-01' });
      expect(answers[0]?.text).to.equal(
        '已与张**（****）联系，经办李师傅电话 ****，更换井盖 20241105 号。身份证 ****。',
      );
      expect(answers[0]?.items).to.deep.equal([{ number: 1, result: '已解决', text: '打 **** 即可' }]);
    });

    it('of a unit that only promised a day, and that nothing is closed until then', async () => {
      const dueAt = new Date(callers.bench.clock.now().getTime() + 30 * DAY);
      const waiting = { stage: 'promised', promisedOn: '2026-05-01', dueAt, closedAt: undefined as never } as const;
      const own = await replied({ replyResult: 'planned', reply: '列入计划', promisedOn: '2026-05-01' }, waiting);

      const told = await callers.progress(own);
      expect(told.where).to.include('2026-05-01').and.include('还没有办结');
      expect(told).to.include({ stage: 'promised', overdue: false, mayWithdraw: true });
      expect(told.answers[0]).to.include({ result: '已列入计划', promisedOn: '2026-05-01' });
      expect(told.reopen.allowed).to.equal(false);
      expect((await callers.reopen(own).expect(409)).body).to.include({ code: 'REOPEN_REFUSED' });
    });

    it('only after the review', async () => {
      const own = await replied({ reply: '已更换' }, { stage: 'replied', closedAt: undefined as never });

      expect((await callers.progress(own)).answers).to.deep.equal([]);
    });

    it('says why this unit where the table proposed it, and not where a person chose another', async () => {
      const own = await callers.reported();
      const row = {
        _id: 'row',
        caseNumber: own.caseNumber,
        formId: 'dispatch',
        createdAt: callers.bench.clock.now(),
        variables: {
          unitId: 'housing',
          routeReason: '房屋归住建',
          legalBasis: '职责清单第 3 条',
          deadlineClass: '3日',
        },
      };
      await callers.bench.deps.models.connection.collection('tasks').insertOne(row as never);
      await callers.change(own.caseNumber, { stage: 'handling', holder: { unitId: 'housing' } });
      expect((await callers.progress(own)).why).to.deep.equal({
        unit: '房屋归住建',
        legalBasis: '职责清单第 3 条',
        deadline: '3日',
      });

      await callers.change(own.caseNumber, { holder: { unitId: 'water' } });
      expect((await callers.progress(own)).why).to.deep.equal({ unit: null, legalBasis: null, deadline: '3日' });

      await callers.change(own.caseNumber, { stage: 'promised' });
      expect((await callers.progress(own)).why).to.have.property('deadline', null);
    });
  });

  describe('whose report was merged', () => {
    const merged = async () => {
      const main = await callers.closed({}, { title: '别人的标题', caller: { name: '欧阳修', phone: '13700001111' } });
      const own = await callers.closed({ outcome: 'merged', mergedInto: main.caseNumber });
      await callers.change(main.caseNumber, {
        callers: [{ masked: {}, caseNumber: own.caseNumber }],
        holder: { unitId: 'water' },
      });
      const reply = { reply: '已告知欧阳修 13700001111 处理完毕', itemReplies: [{ answer: '别人的诉求' }] };
      await callers.bench.deps.models.connection.collection('orders').insertOne({
        _id: `${main.caseNumber}/1`,
        caseNumber: main.caseNumber,
        unitId: 'water',
        state: 'accepted',
        reply: { data: reply, at: callers.bench.clock.now(), by: { name: '承办人' } },
      } as never);

      return { main, own };
    };

    it('follows the case that is handled, under the own number, and learns nothing of whoever else reported', async () => {
      const { main, own } = await merged();
      const answer = await callers.send('progress', own).expect(200);

      expect(answer.body).to.include({
        caseNumber: own.caseNumber,
        merged: true,
        outcome: 'solved',
        holder: '市供水公司',
      });
      for (const secret of [main.caseNumber, '欧阳修', '13700001111', '别人的标题', '别人的诉求'])
        expect(answer.text, secret).not.to.contain(secret);
      expect((answer.body as Progress).answers[0]?.text).to.contain('处理完毕');
      expect((answer.body as Progress).mayWithdraw).to.equal(false);
    });

    it('rates and reopens that case; each caller has a rating of their own', async () => {
      const { main, own } = await merged();
      await callers.rate(main).expect(200);
      await callers.rate(own, { ...SOLVED, satisfied: 'not-at-all' }).expect(200);

      const kept = await callers.bench.deps.models.callbacks.ofCase(main.caseNumber);
      expect(kept.map(({ answers }) => answers?.['satisfied'])).to.have.members(['very', 'not-at-all']);
      expect((await callers.progress(own)).rating?.given).to.include({ satisfied: 'not-at-all' });
      expect((await callers.progress(own)).timeline.filter(({ text }) => text === '您作了评价')).to.have.length(1);
      await callers.reopen(own).expect(200);
      expect((await callers.bench.deps.models.cases.find(main.caseNumber))?.stage).to.equal('registered');
      expect((await callers.bench.deps.models.cases.find(own.caseNumber))?.stage).to.equal('closed');
    });
  });

  it('is slowed down when guessing', async () => {
    const narrow = await openApiBench({ rates: { signIn: 99, lookUp: 2, report: 99, upload: 99 } });
    const body = { caseNumber: 'LH-20200101-0001', code: 'GUESSED2' };
    const guess = async (path: string, more: object) =>
      (
        await request(narrow.app)
          .post(`/api/public/${path}`)
          .send({ ...body, ...more })
      ).status;

    for (const [path, more] of [
      ['cases/rating', { answers: SOLVED }],
      ['cases/reopening', { reason: '没有解决' }],
    ] as const)
      expect([await guess(path, more), await guess(path, more), await guess(path, more)]).to.deep.equal([
        404, 404, 429,
      ]);
    await narrow.close();
  });
});
