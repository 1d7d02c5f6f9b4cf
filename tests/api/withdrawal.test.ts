import { expect } from 'chai';
import request from 'supertest';
import type { CaseDetail } from '../../api/contract/case.js';
import type { Problem } from '../../api/contract/problem.js';
import type { Progress } from '../../api/contract/progress.js';
import type { RegisteredCase } from '../../api/contract/register.js';
import type { Withdrawal } from '../../api/contract/withdrawal.js';
import { openApiBench, report, type ApiBench } from './workbench.js';

const WHY = { reason: '问题自己解决了' };

describe('withdrawing', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  afterEach(() => bench.clear());
  after(() => bench.close());

  const register = async (changes: object = {}): Promise<RegisteredCase> =>
    (await (await bench.as('center.agent')).post('/api/cases', report(changes)).expect(201)).body as RegisteredCase;
  const byCode = (body: object) => request(bench.app).post('/api/public/cases/withdrawal').send(body);
  const by = async (post: string, caseNumber: string, body: object = WHY) =>
    (await bench.as(post)).post(`/api/cases/${caseNumber}/withdrawal`, body);
  const recall = async (post: string, caseNumber: string, n: string) =>
    (await bench.as(post)).post(`/api/cases/${caseNumber}/orders/${n}/recall`, WHY);
  const close = (caseNumber: string) =>
    bench.deps.models.cases.move(caseNumber, 'test:close', { to: 'closed', set: { outcome: 'solved' } });
  const progress = async ({ caseNumber, code }: RegisteredCase) =>
    (await request(bench.app).post('/api/public/progress').send({ caseNumber, code }).expect(200)).body as Progress;

  it('is open to whoever has number and code, who then reads so', async () => {
    const { caseNumber, code } = await register();
    expect((await progress({ caseNumber, code })).where).to.contain('等待受理');

    const body = (await byCode({ caseNumber, code, ...WHY }).expect(200)).body as Withdrawal;

    expect(body).to.have.keys('caseNumber', 'askedAt');
    expect((await byCode({ caseNumber, code, ...WHY }).expect(200)).body).to.deep.equal(body);
    const now = await progress({ caseNumber, code });
    expect(now.where).to.equal('您的诉求正在撤诉。');
    const supervisor = await bench.as('center.supervisor');
    const detail = (await supervisor.get(`/api/cases/${caseNumber}`).expect(200)).body as CaseDetail;
    expect(detail.withdrawal).to.include({ reason: WHY.reason, by: '市民' });
  });

  it('is refused with a wrong code as a wrong number is, and changes nothing', async () => {
    const { caseNumber } = await register();

    const wrongCode = await byCode({ caseNumber, code: 'WRONGCOD', ...WHY }).expect(404);
    const wrongNumber = await byCode({ caseNumber: 'LH-20200101-0001', code: 'WRONGCOD', ...WHY }).expect(404);

    expect((wrongCode.body as Problem).detail).to.equal((wrongNumber.body as Problem).detail);
    expect((await bench.deps.models.cases.find(caseNumber))?.withdrawal).to.equal(undefined);
  });

  it('needs a reason, and names the field', async () => {
    const { caseNumber, code } = await register();

    for (const body of [
      { caseNumber, code },
      { caseNumber, code, reason: '   ' },
    ]) {
      const { errors } = (await byCode(body).expect(422)).body as Problem;
      expect(errors.map(({ field }) => field)).to.deep.equal(['/reason']);
    }
    expect((await by('center.agent', caseNumber, {})).status).to.equal(422);
  });

  it('is refused with 409 and plain words after the case is closed', async () => {
    const { caseNumber, code } = await register();
    await close(caseNumber);

    for (const answer of [await byCode({ caseNumber, code, ...WHY }), await by('center.supervisor', caseNumber)]) {
      expect(answer.status).to.equal(409);
      expect(answer.body).to.include({ code: 'CASE_CLOSED', title: '诉求已办结' });
    }
  });

  it('is for agents and supervisors of the centre, and for citizens with their own case', async () => {
    const citizen = await bench.as('citizen');
    const own = (await citizen.post('/api/cases', report({ channel: 'app' })).expect(201)).body as RegisteredCase;
    expect((await by('citizen2', own.caseNumber)).status).to.equal(404);
    expect((await by('citizen', own.caseNumber)).status).to.equal(200);

    const { caseNumber } = await register();
    await bench.deps.models.cases.move(caseNumber, 'test', { parties: ['property'] });
    expect((await by('property.clerk', caseNumber)).status).to.equal(403);
    expect((await by('center.callback', caseNumber)).status).to.equal(403);
    expect((await by('water.clerk', caseNumber)).status).to.equal(404);
    expect((await by('center.agent', caseNumber)).status).to.equal(200);
  });

  describe('an order', () => {
    it('is for the centre alone', async () => {
      const { caseNumber } = await register();
      await bench.deps.models.cases.move(caseNumber, 'test', { parties: ['property'] });

      expect((await recall('property.clerk', caseNumber, '1')).status).to.equal(403);
      expect((await recall('center.supervisor', caseNumber, '1')).body).to.include({ code: 'ORDER_UNKNOWN' });
    });

    it('is refused by a number that is none', async () => {
      const { caseNumber } = await register();

      for (const n of ['0', 'x', '-1', '99999']) {
        const { errors } = (await recall('center.agent', caseNumber, n)).body as Problem;
        expect(
          errors.map(({ field }) => field),
          n,
        ).to.deep.equal(['/orderNumber']);
      }
    });
  });
});
