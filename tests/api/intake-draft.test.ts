import { expect } from 'chai';
import type { IntakeDraft } from '../../api/contract/intake.js';
import { openApiBench, type ApiBench } from './workbench.js';

describe('a draft of the intake desk', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  after(() => bench.close());

  const agent = () => bench.as('center.agent');
  const fields = { title: '井盖缺失', caller: { phone: '13800138000' } };
  const read = async (post = 'center.agent') =>
    (await (await bench.as(post)).get('/api/intake-draft').expect(200)).body as IntakeDraft;

  afterEach(() => bench.clock.reset());

  it('comes back as it was typed, to whoever typed it alone', async () => {
    await (await agent()).put('/api/intake-draft', { fields }).expect(204);

    expect((await read()).fields).to.deep.equal(fields);
    expect(await read('center.supervisor')).to.deep.equal({ fields: null, savedAt: null });
  });

  it('lies sealed in the database, and bound to its owner', async () => {
    await (await agent()).put('/api/intake-draft', { fields }).expect(204);

    const drafts = bench.deps.models.connection.collection<{ _id: string; sealed: string }>('drafts');
    const kept = await drafts.findOne({ _id: 'linhe.center.agent' });
    expect(JSON.stringify(kept)).not.to.contain('井盖').and.not.to.contain('13800138000');
    await drafts.insertOne({ ...kept!, _id: 'linhe.center.supervisor' });
    expect((await read('center.supervisor')).fields).to.equal(null);
  });

  it('goes when it is thrown away, and by itself after two days', async () => {
    await (await agent()).put('/api/intake-draft', { fields }).expect(204);
    await (await agent()).delete('/api/intake-draft').expect(204);
    expect((await read()).fields).to.equal(null);

    await (await agent()).put('/api/intake-draft', { fields }).expect(204);
    bench.clock.pin(new Date(Date.now() + 49 * 3_600_000));
    expect((await read()).fields).to.equal(null);
  });

  it('is not for those who register nothing', async () => {
    for (const post of ['housing.clerk', 'citizen', 'admin']) {
      expect((await (await bench.as(post)).put('/api/intake-draft', { fields })).status, post).to.equal(403);
      expect((await (await bench.as(post)).get('/api/intake-draft')).status, post).to.equal(403);
      expect((await (await bench.as(post)).delete('/api/intake-draft')).status, post).to.equal(403);
    }
  });
});
