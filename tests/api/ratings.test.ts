import { expect } from 'chai';
import type { Problem } from '../../api/contract/problem.js';
import type { Rated } from '../../api/contract/progress.js';
import type { Callback, StepList } from '../../api/contract/record.js';
import { openCallers, SOLVED, type Callers } from './callers.js';

describe('A rating of whoever reported', () => {
  let callers: Callers;
  before(async () => {
    callers = await openCallers();
  });
  afterEach(() => callers.clear());
  after(() => callers.bench.close());

  it('by the questions of the locality’s own form, kept as a callback of the web with a step', async () => {
    const own = await callers.closed();
    const { rating } = await callers.progress(own);
    expect(rating?.questions.map(({ key }) => key)).to.deep.equal(['solved', 'satisfied', 'speed', 'opinion']);
    expect(rating?.questions[1]?.options.map(({ label }) => label))
      .to.include('非常满意')
      .and.to.include('非常不满意');

    const { changed } = (await callers.rate(own, { ...SOLVED, opinion: '很快' }).expect(200)).body as Rated;

    expect(changed).to.equal(false);
    const agent = await callers.bench.as('center.callback');
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
    const own = await callers.closed();
    await callers.rate(own).expect(200);
    expect((await callers.rate(own).expect(200)).body).to.include({ changed: false });
    expect((await callers.rate(own, { ...SOLVED, solved: 'no' }).expect(200)).body).to.include({ changed: true });

    const kept = await callers.bench.deps.models.callbacks.ofCase(own.caseNumber);
    expect(kept.map(({ solved, revision }) => ({ solved, revision }))).to.deep.equal([{ solved: false, revision: 2 }]);
    const acts = (await callers.bench.deps.models.steps.ofCase(own.caseNumber)).filter(
      ({ act }) => act === 'rate-case',
    );
    expect(acts.map(({ data }) => data['changed'])).to.deep.equal([false, true]);
    expect((await callers.progress(own)).timeline.map(({ text }) => text)).to.include('您修改了评价');
  });

  it('is told every field that is wrong, and nothing is kept', async () => {
    const own = await callers.closed();
    const answer = await callers.rate(own, { satisfied: 'splendid', reached: 'no', stars: 9 }).expect(422);

    expect((answer.body as Problem).errors.map(({ field }) => field)).to.include.members([
      '/answers/solved',
      '/answers/satisfied',
      '/answers/stars',
    ]);
    expect(await callers.bench.deps.models.callbacks.ofCase(own.caseNumber)).to.deep.equal([]);
  });

  it('not before there is a result, nor what was taken back', async () => {
    const open = await callers.reported();
    expect((await callers.progress(open)).rating).to.equal(null);
    expect(((await callers.rate(open).expect(409)).body as Problem).code).to.equal('RATING_REFUSED');
    await callers.rate(await callers.closed({ outcome: 'withdrawn' })).expect(409);
  });
});
