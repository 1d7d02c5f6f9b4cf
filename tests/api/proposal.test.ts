import { expect } from 'chai';
import type { Proposal } from '../../api/contract/intake.js';
import { engineStartMillis, openApiBench, openEngineBench, type ApiBench } from './workbench.js';

describe('proposing unit and deadline by the deployed tables', () => {
  let bench: ApiBench;
  before(async function () {
    this.timeout(engineStartMillis);
    bench = await openEngineBench();
  });
  after(() => bench.close());
  afterEach(() => bench.clock.reset());

  const ask = async (body: object, post = 'center.agent') =>
    (await bench.as(post)).post('/api/localities/linhe/proposal', body);
  const proposed = async (body: object) => {
    const answer = await ask({ channel: 'phone', kind: 'help', ...body });
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    return answer.body as Proposal;
  };

  it('names the unit, why, by which rule, and until when', async () => {
    bench.clock.pin(new Date('2020-01-06T01:00:00Z'));

    expect(await proposed({ category: 'manhole', urgency: 'urgent' })).to.deep.equal({
      mode: 'direct',
      unitId: 'housing',
      supportUnitIds: ['property'],
      reason: '井盖由住建局管护',
      legalBasis: '市政设施管理规定',
      usualUnitId: null,
      deadlineClass: '紧急，3 小时',
      signBy: '2020-01-06T01:20:00.000Z',
      contactBy: '2020-01-06T02:00:00.000Z',
      dueAt: '2020-01-06T04:00:00.000Z',
      warnAt: '2020-01-06T02:30:00.000Z',
      missing: null,
    });
  });

  it('says when the table leaves it to a person, and which unit is usual', async () => {
    const found = await proposed({ category: 'roads' });

    expect(found).to.include({ mode: null, unitId: null, usualUnitId: 'housing', deadlineClass: '一般，3 天' });
  });

  it('follows an owner that was decided before, as the diagram does', async () => {
    await bench.deps.models.ownership.insert({
      _id: 'decided',
      locality: 'linhe',
      category: 'manhole',
      placeUnitId: 'property',
      unitId: 'water',
      decidedAt: new Date(),
      caseNumber: 'LH-20200101-0001',
    });

    expect((await proposed({ category: 'manhole', placeUnitId: 'property' })).unitId).to.equal('water');
    expect((await proposed({ category: 'manhole' })).unitId).to.equal('housing');
  });

  it('warns of a unit that was abolished since the table was written', async () => {
    expect((await proposed({ category: 'tap-water' })).missing).to.match(/旧办公室已撤销/);
  });

  it('has no row for some matters, and says so by having nothing', async () => {
    expect(await proposed({ category: 'noise' })).to.include({ mode: null, unitId: null, reason: null });
  });

  it('refuses words that the town does not have, and those who register nothing', async () => {
    const wrong = await ask({ channel: 'phone', category: 'wishes', placeUnitId: 'moon' });
    expect(wrong.status).to.equal(422);
    expect((wrong.body as { errors: { field: string }[] }).errors.map(({ field }) => field)).to.deep.equal([
      '/category',
      '/placeUnitId',
    ]);
    for (const post of ['housing.clerk', 'citizen'])
      expect((await ask({ channel: 'phone', category: 'manhole' }, post)).status, post).to.equal(403);
  });

  it('says that nothing is published where nothing is', async () => {
    const bare = await openApiBench();
    const body = { channel: 'phone', category: 'manhole' };

    const answer = await (await bare.as('center.agent')).post('/api/localities/linhe/proposal', body).expect(200);

    expect(answer.body)
      .to.include({ unitId: null })
      .and.to.have.property('missing')
      .that.matches(/没有发布/);
    await bare.close();
  });
});
