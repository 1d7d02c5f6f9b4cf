import { expect } from 'chai';

import type { PinnedClock } from '../../clock.js';
import type { Deps } from '../../commands/deps.js';
import { findOwner } from '../../commands/find-owner.js';
import { recordOwnership } from '../../commands/record-ownership.js';
import { handedIn, refusal, twice } from './acts.js';
import { job, MORNING, registered, testDeps } from './workbench.js';

describe('who owns a kind of matter', () => {
  let deps: Deps & { clock: PinnedClock };
  let caseNumber: string;

  beforeEach(async () => {
    deps = await testDeps();
    caseNumber = await registered(deps);
  });

  afterEach(() => deps.models.close());

  const find = async (category: string, placeUnitId?: string) =>
    (await findOwner(deps)({ caseNumber, category, placeUnitId })).ownerId;
  const decide = (category: string, unitId: string, placeUnitId?: string) =>
    recordOwnership(deps)({ caseNumber, category, unitId, placeUnitId }, job('record-ownership'));

  it('is kept once with its ground, and found by the next case of the kind', async () => {
    await handedIn(deps, caseNumber, 'decide-return', { decisionBasis: '三定规定' });

    await twice(deps, caseNumber, 'record-ownership', (same) =>
      recordOwnership(deps)({ caseNumber, category: 'heat', unitId: 'heating' }, same),
    );

    expect(await find('heat')).to.equal('heating');
    const step = (await deps.models.steps.ofCase(caseNumber)).at(-1);
    expect(step?.data).to.deep.include({ unitId: 'heating', owner: '供热公司' });
    const kept = await deps.models.ownership.latest({ locality: 'testtown', category: 'heat', placeUnitId: undefined });
    expect(kept?.basis).to.equal('三定规定');
  });

  it('is decided for the place before the whole locality, and anew by a later decision', async () => {
    await decide('heat', 'heating');
    await decide('heat', 'north', 'north');

    expect(await find('heat', 'north')).to.equal('north');
    expect(await find('heat', 'south')).to.equal('heating');
    expect(await find('road', 'north')).to.equal(null);

    deps.clock.pin(new Date(MORNING.getTime() + 1_000));
    await decide('heat', 'south', 'north');
    expect(await find('heat', 'north')).to.equal('south');
  });

  it('is nobody when the unit takes no more orders', async () => {
    await decide('road', 'old-works');

    expect(await find('road')).to.equal(null);
    deps.clock.pin(new Date('2018-12-31T12:00:00+08:00'));
    expect(await find('road')).to.equal('old-works');
  });

  it('is the unit for the whole locality when that for the place was abolished', async () => {
    await decide('road', 'heating');
    await decide('road', 'old-works', 'north');

    expect(await find('road', 'north')).to.equal('heating');
  });

  it('is refused for a unit that the locality does not have', async () => {
    expect(await refusal(decide('heat', 'moon'))).to.equal('UNIT_UNKNOWN');
    expect(await find('heat')).to.equal(null);
  });
});
