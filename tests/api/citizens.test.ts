import { expect } from 'chai';
import request from 'supertest';
import type { CaseDetail } from '../../api/contract/case.js';
import type { Problem } from '../../api/contract/problem.js';
import type { Progress, Rated, Reopened } from '../../api/contract/progress.js';
import type { Callback, StepList } from '../../api/contract/record.js';
import type { RegisteredCase } from '../../api/contract/register.js';
import type { CaseDocument } from '../../models/cases.js';
import { callbackForm, publishForm } from './rating-form.js';
import { openApiBench, report, strangersReport, type ApiBench } from './workbench.js';

const DAY = 86_400_000;
const SOLVED = { solved: 'yes', satisfied: 'very', speed: '5' };

describe('whoever reported', () => {
  let bench: ApiBench;
  before(async () => {
    bench = await openApiBench();
    await publishForm(bench, callbackForm);
  });
  afterEach(async () => {
    await bench.clear();
    bench.clock.reset();
  });
  after(() => bench.close());

  const reported = async (changes: object = {}): Promise<RegisteredCase> =>
    (await request(bench.app).post('/api/public/cases').send(strangersReport(changes)).expect(201))
      .body as RegisteredCase;
  const send = (path: string, body: object) => request(bench.app).post(`/api/public/${path}`).send(body);
  const progress = async (own: RegisteredCase) => (await send('progress', own).expect(200)).body as Progress;
  const rate = (own: RegisteredCase, answers: object = SOLVED) => send('cases/rating', { ...own, answers });
  const reopen = (own: RegisteredCase, reason = '水又漏了') => send('cases/reopening', { ...own, reason });
  const change = (caseNumber: string, set: Partial<CaseDocument>) =>
    bench.deps.models.connection.collection<CaseDocument>('cases').updateOne({ _id: caseNumber }, { $set: set });
  const closed = async (changes: Partial<CaseDocument> = {}, told: object = {}): Promise<RegisteredCase> => {
    const own = await reported(told);
    await change(own.caseNumber, { stage: 'closed', outcome: 'solved', closedAt: bench.clock.now(), ...changes });

    return own;
  };

  it('asks for confidence, and the centre alone sees the case', async () => {
    const { caseNumber } = await reported({ confidential: true });

    await (await bench.as('center.agent')).get(`/api/cases/${caseNumber}`).expect(200);
    await (await bench.as('center.policy')).get(`/api/cases/${caseNumber}`).expect(404);
  });

  for (const [path, more] of [
    ['progress', {}],
    ['cases/rating', { answers: SOLVED }],
    ['cases/reopening', { reason: '没有解决' }],
  ] as const)
    it(`reads the same at ${path} for a wrong code and a wrong number, and changes nothing`, async () => {
      const own = await closed();
      const wrongCode = await send(path, { ...more, caseNumber: own.caseNumber, code: 'WRONGCOD' });
      const wrongNumber = await send(path, { ...more, caseNumber: 'LH-20200101-0001', code: own.code });

      expect(wrongCode.status).to.equal(404);
      expect(wrongCode.body).to.deep.equal(wrongNumber.body);
      const found = (await bench.deps.models.cases.find(own.caseNumber))!;
      expect(found).to.include({ stage: 'closed', round: 1 });
      expect(await bench.deps.models.callbacks.ofCase(own.caseNumber)).to.deep.equal([]);
    });

  describe('reads the answer', () => {
    const replied = async (reply: object, changes: Partial<CaseDocument> = {}) => {
      const own = await closed(changes);
      await bench.deps.models.connection.collection('orders').insertOne({
        _id: `${own.caseNumber}/1`,
        caseNumber: own.caseNumber,
        unitId: 'housing',
        state: 'accepted',
        reply: { data: reply, at: bench.clock.now(), by: { name: '承办人' } },
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

      const { answers } = await progress(own);
      expect(answers).to.have.length(1);
      expect(answers[0]).to.include({ unit: '市住建局', result: '已列入计划', promisedOn: '2026-05-01' });
      expect(answers[0]?.text).to.equal(
        '已与张**（****）联系，经办李师傅电话 ****，更换井盖 20241105 号。身份证 ****。',
      );
      expect(answers[0]?.items).to.deep.equal([{ number: 1, result: '已解决', text: '打 **** 即可' }]);
    });

    it('of a unit that only promised a day, and that nothing is closed until then', async () => {
      const dueAt = new Date(bench.clock.now().getTime() + 30 * DAY);
      const waiting = { stage: 'promised', promisedOn: '2026-05-01', dueAt, closedAt: undefined as never } as const;
      const own = await replied({ replyResult: 'planned', reply: '列入计划', promisedOn: '2026-05-01' }, waiting);

      const told = await progress(own);
      expect(told.where).to.include('2026-05-01').and.include('还没有办结');
      expect(told).to.include({ stage: 'promised', overdue: false, mayWithdraw: true });
      expect(told.answers[0]).to.include({ result: '已列入计划', promisedOn: '2026-05-01' });
      expect(told.reopen.allowed).to.equal(false);
      expect((await reopen(own).expect(409)).body).to.include({ code: 'REOPEN_REFUSED' });
    });

    it('only after the review', async () => {
      const own = await replied({ reply: '已更换' }, { stage: 'replied', closedAt: undefined as never });

      expect((await progress(own)).answers).to.deep.equal([]);
    });

    it('says why this unit where the table proposed it, and not where a person chose another', async () => {
      const own = await reported();
      const row = {
        _id: 'row',
        caseNumber: own.caseNumber,
        formId: 'dispatch',
        createdAt: bench.clock.now(),
        variables: {
          unitId: 'housing',
          routeReason: '房屋归住建',
          legalBasis: '职责清单第 3 条',
          deadlineClass: '3日',
        },
      };
      await bench.deps.models.connection.collection('tasks').insertOne(row as never);
      await change(own.caseNumber, { stage: 'handling', holder: { unitId: 'housing' } });
      expect((await progress(own)).why).to.deep.equal({
        unit: '房屋归住建',
        legalBasis: '职责清单第 3 条',
        deadline: '3日',
      });

      await change(own.caseNumber, { holder: { unitId: 'water' } });
      expect((await progress(own)).why).to.deep.equal({ unit: null, legalBasis: null, deadline: '3日' });

      await change(own.caseNumber, { stage: 'promised' });
      expect((await progress(own)).why).to.have.property('deadline', null);
    });
  });

  describe('whose report was merged', () => {
    const merged = async () => {
      const main = await closed({}, { title: '别人的标题', caller: { name: '欧阳修', phone: '13700001111' } });
      const own = await closed({ outcome: 'merged', mergedInto: main.caseNumber });
      await change(main.caseNumber, {
        callers: [{ masked: {}, caseNumber: own.caseNumber }],
        holder: { unitId: 'water' },
      });
      const reply = { reply: '已告知欧阳修 13700001111 处理完毕', itemReplies: [{ answer: '别人的诉求' }] };
      await bench.deps.models.connection.collection('orders').insertOne({
        _id: `${main.caseNumber}/1`,
        caseNumber: main.caseNumber,
        unitId: 'water',
        state: 'accepted',
        reply: { data: reply, at: bench.clock.now(), by: { name: '承办人' } },
      } as never);

      return { main, own };
    };

    it('follows the case that is handled, under the own number, and learns nothing of whoever else reported', async () => {
      const { main, own } = await merged();
      const answer = await send('progress', own).expect(200);

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
      await rate(main).expect(200);
      await rate(own, { ...SOLVED, satisfied: 'not-at-all' }).expect(200);

      const kept = await bench.deps.models.callbacks.ofCase(main.caseNumber);
      expect(kept.map(({ answers }) => answers?.['satisfied'])).to.have.members(['very', 'not-at-all']);
      expect((await progress(own)).rating?.given).to.include({ satisfied: 'not-at-all' });
      expect((await progress(own)).timeline.filter(({ text }) => text === '您作了评价')).to.have.length(1);
      await reopen(own).expect(200);
      expect((await bench.deps.models.cases.find(main.caseNumber))?.stage).to.equal('registered');
      expect((await bench.deps.models.cases.find(own.caseNumber))?.stage).to.equal('closed');
    });
  });

  describe('rates', () => {
    it('by the questions of the locality’s own form, kept as a callback of the web with a step', async () => {
      const own = await closed();
      const { rating } = await progress(own);
      expect(rating?.questions.map(({ key }) => key)).to.deep.equal(['solved', 'satisfied', 'speed', 'opinion']);
      expect(rating?.questions[1]?.options.map(({ label }) => label))
        .to.include('非常满意')
        .and.to.include('非常不满意');

      const { changed } = (await rate(own, { ...SOLVED, opinion: '很快' }).expect(200)).body as Rated;

      expect(changed).to.equal(false);
      const agent = await bench.as('center.callback');
      const [kept] = (await agent.get(`/api/cases/${own.caseNumber}/callbacks`).expect(200)).body as Callback[];
      expect(kept).to.deep.include({
        channel: 'web',
        round: 1,
        reached: true,
        solved: true,
        opinion: '很快',
        revision: 1,
      });
      expect(kept?.answers).to.deep.include({ label: '办理速度', value: '非常满意' });
      const { steps, chain } = (await agent.get(`/api/cases/${own.caseNumber}/steps`)).body as StepList;
      expect(steps.at(-1)).to.deep.include({ act: 'rate-case' });
      expect(chain.intact).to.equal(true);
      expect(JSON.stringify(steps.at(-1))).not.to.contain('很快');
    });

    it('once a round: said again it changes nothing, said otherwise it says so', async () => {
      const own = await closed();
      await rate(own).expect(200);
      expect((await rate(own).expect(200)).body).to.include({ changed: false });
      expect((await rate(own, { ...SOLVED, solved: 'no' }).expect(200)).body).to.include({ changed: true });

      const kept = await bench.deps.models.callbacks.ofCase(own.caseNumber);
      expect(kept.map(({ solved, revision }) => ({ solved, revision }))).to.deep.equal([
        { solved: false, revision: 2 },
      ]);
      const acts = (await bench.deps.models.steps.ofCase(own.caseNumber)).filter(({ act }) => act === 'rate-case');
      expect(acts.map(({ data }) => data['changed'])).to.deep.equal([false, true]);
      expect((await progress(own)).timeline.map(({ text }) => text)).to.include('您修改了评价');
    });

    it('is told every field that is wrong, and nothing is kept', async () => {
      const own = await closed();
      const answer = await rate(own, { satisfied: 'splendid', reached: 'no', stars: 9 }).expect(422);

      expect((answer.body as Problem).errors.map(({ field }) => field)).to.include.members([
        '/answers/solved',
        '/answers/satisfied',
        '/answers/stars',
      ]);
      expect(await bench.deps.models.callbacks.ofCase(own.caseNumber)).to.deep.equal([]);
    });

    it('not before there is a result, nor what was taken back', async () => {
      const open = await reported();
      expect((await progress(open)).rating).to.equal(null);
      expect(((await rate(open).expect(409)).body as Problem).code).to.equal('RATING_REFUSED');
      await rate(await closed({ outcome: 'withdrawn' })).expect(409);
    });
  });

  describe('says that it was not solved', () => {
    it('and the same case begins anew, with its record', async () => {
      const own = await closed({ holder: { unitId: 'housing' }, processInstanceKey: '77' });
      expect((await progress(own)).reopen).to.include({ allowed: true, timesLeft: 2 });

      expect((await reopen(own).expect(200)).body as Reopened).to.include({ round: 2 });

      const found = (await bench.deps.models.cases.find(own.caseNumber))!;
      expect(found).to.include({ stage: 'registered', round: 2 });
      for (const field of ['holder', 'closedAt', 'outcome', 'processInstanceKey'] as const)
        expect(found[field], field).to.equal(undefined);
      const again = await progress(own);
      expect(again.where).to.contain('已重新办理');
      expect(again.reopen).to.include({ allowed: false, timesLeft: 1 });
      const agent = await bench.as('center.agent');
      const detail = (await agent.get(`/api/cases/${own.caseNumber}`).expect(200)).body as CaseDetail;
      expect(detail.reopenings).to.have.length(1);
      expect(detail.reopenings[0]).to.include({ reason: '水又漏了', by: '市民', round: 2 });
    });

    it('within the days after closing, and not after', async () => {
      const last = await closed({ closedAt: new Date(bench.clock.now().getTime() - 30 * DAY) });
      await reopen(last).expect(200);
      const late = await closed({ closedAt: new Date(bench.clock.now().getTime() - 31 * DAY) });

      const { code, detail } = (await reopen(late).expect(409)).body as Problem;

      expect(code).to.equal('REOPEN_REFUSED');
      expect(detail).to.contain('30 天').and.to.contain('拨打热线');
      expect((await progress(late)).reopen).to.deep.include({ allowed: false });
      expect((await progress(late)).next).to.contain('再次联系热线');
    });

    it('as often as allowed', async () => {
      const own = await closed();
      for (const round of [2, 3]) {
        expect((await reopen(own).expect(200)).body).to.include({ round });
        await change(own.caseNumber, { stage: 'closed', outcome: 'solved', closedAt: bench.clock.now() });
      }

      expect(((await reopen(own).expect(409)).body as Problem).detail).to.contain('2 次');
    });

    it('needs words, and a closed case', async () => {
      const own = await closed();
      expect(((await reopen(own, '  ').expect(422)).body as Problem).errors[0]?.field).to.equal('/reason');
      const open = await reported();
      expect(((await reopen(open).expect(409)).body as Problem).detail).to.contain('还没有办结');
    });

    it('signed in for the own case; for others only the centre, on their behalf', async () => {
      const register = async () =>
        (await (await bench.as('citizen')).post('/api/cases', report({ channel: 'web' })).expect(201))
          .body as RegisteredCase;
      const { caseNumber } = await register();
      await change(caseNumber, { stage: 'closed', outcome: 'solved', closedAt: bench.clock.now() });
      const as = async (post: string, path: string, body: object) =>
        (await (await bench.as(post)).post(`/api/cases/${caseNumber}/${path}`, body)).status;

      expect(await as('citizen2', 'reopening', { reason: '没有解决' })).to.equal(404);
      expect(await as('citizen2', 'rating', { answers: SOLVED })).to.equal(404);
      expect(await as('center.agent', 'rating', { answers: SOLVED })).to.equal(403);
      expect(await as('center.policy', 'reopening', { reason: '没有解决' })).to.equal(403);
      expect(await as('citizen', 'rating', { answers: SOLVED })).to.equal(200);
      await (await bench.as('citizen2')).get(`/api/cases/${caseNumber}/progress`).expect(404);
      await (await bench.as('center.agent')).get(`/api/cases/${caseNumber}/progress`).expect(403);
      const own = await (await bench.as('citizen')).get(`/api/cases/${caseNumber}/progress`).expect(200);
      expect(own.body).to.include({ caseNumber, outcome: 'solved' });
      expect(await as('center.agent', 'reopening', { reason: '来电反映没有解决' })).to.equal(200);
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
