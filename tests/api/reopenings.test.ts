import { expect } from 'chai';
import type { CaseDetail } from '../../api/contract/case.js';
import type { Problem } from '../../api/contract/problem.js';
import type { Reopened } from '../../api/contract/progress.js';
import type { RegisteredCase } from '../../api/contract/register.js';
import { openCallers, SOLVED, type Callers } from './callers.js';
import { report } from './workbench.js';

const DAY = 86_400_000;

describe('A case that was not solved', () => {
  let callers: Callers;
  before(async () => {
    callers = await openCallers();
  });
  afterEach(() => callers.clear());
  after(() => callers.bench.close());

  it('and the same case begins anew, with its record', async () => {
    const own = await callers.closed({ holder: { unitId: 'housing' }, processInstanceKey: '77' });
    expect((await callers.progress(own)).reopen).to.include({ allowed: true, timesLeft: 2 });

    expect((await callers.reopen(own).expect(200)).body as Reopened).to.include({ round: 2 });

    const found = (await callers.bench.deps.models.cases.find(own.caseNumber))!;
    expect(found).to.include({ stage: 'registered', round: 2 });
    for (const field of ['holder', 'closedAt', 'outcome', 'processInstanceKey'] as const)
      expect(found[field], field).to.equal(undefined);
    const again = await callers.progress(own);
    expect(again.where).to.contain('已重新办理');
    expect(again.reopen).to.include({ allowed: false, timesLeft: 1 });
    const agent = await callers.bench.as('center.agent');
    const detail = (await agent.get(`/api/cases/${own.caseNumber}`).expect(200)).body as CaseDetail;
    expect(detail.reopenings).to.have.length(1);
    expect(detail.reopenings[0]).to.include({ reason: '水又漏了', by: '市民', round: 2 });
  });

  it('within the days after closing, and not after', async () => {
    const last = await callers.closed({ closedAt: new Date(callers.bench.clock.now().getTime() - 30 * DAY) });
    await callers.reopen(last).expect(200);
    const late = await callers.closed({ closedAt: new Date(callers.bench.clock.now().getTime() - 31 * DAY) });

    const { code, detail } = (await callers.reopen(late).expect(409)).body as Problem;

    expect(code).to.equal('REOPEN_REFUSED');
    expect(detail).to.contain('30 天').and.to.contain('拨打热线');
    expect((await callers.progress(late)).reopen).to.deep.include({ allowed: false });
    expect((await callers.progress(late)).next).to.contain('再次联系热线');
  });

  it('as often as allowed', async () => {
    const own = await callers.closed();
    for (const round of [2, 3]) {
      expect((await callers.reopen(own).expect(200)).body).to.include({ round });
      await callers.change(own.caseNumber, { stage: 'closed', outcome: 'solved', closedAt: callers.bench.clock.now() });
    }

    expect(((await callers.reopen(own).expect(409)).body as Problem).detail).to.contain('2 次');
  });

  it('needs words, and a closed case', async () => {
    const own = await callers.closed();
    expect(((await callers.reopen(own, '  ').expect(422)).body as Problem).errors[0]?.field).to.equal('/reason');
    const open = await callers.reported();
    expect(((await callers.reopen(open).expect(409)).body as Problem).detail).to.contain('还没有办结');
  });

  it('signed in for the own case; for others only the centre, on their behalf', async () => {
    const register = async () =>
      (await (await callers.bench.as('citizen')).post('/api/cases', report({ channel: 'web' })).expect(201))
        .body as RegisteredCase;
    const { caseNumber } = await register();
    await callers.change(caseNumber, { stage: 'closed', outcome: 'solved', closedAt: callers.bench.clock.now() });
    const as = async (post: string, path: string, body: object) =>
      (await (await callers.bench.as(post)).post(`/api/cases/${caseNumber}/${path}`, body)).status;

    expect(await as('citizen2', 'reopening', { reason: '没有解决' })).to.equal(404);
    expect(await as('citizen2', 'rating', { answers: SOLVED })).to.equal(404);
    expect(await as('center.agent', 'rating', { answers: SOLVED })).to.equal(403);
    expect(await as('center.policy', 'reopening', { reason: '没有解决' })).to.equal(403);
    expect(await as('citizen', 'rating', { answers: SOLVED })).to.equal(200);
    await (await callers.bench.as('citizen2')).get(`/api/cases/${caseNumber}/progress`).expect(404);
    await (await callers.bench.as('center.agent')).get(`/api/cases/${caseNumber}/progress`).expect(403);
    const own = await (await callers.bench.as('citizen')).get(`/api/cases/${caseNumber}/progress`).expect(200);
    expect(own.body).to.include({ caseNumber, outcome: 'solved' });
    expect(await as('center.agent', 'reopening', { reason: '来电反映没有解决' })).to.equal(200);
  });
});
