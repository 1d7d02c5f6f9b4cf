import { expect } from 'chai';

import { Network } from '../../domain/network.js';
import { responsibleFor, type Answering, type Duties } from '../../domain/responsible.js';
import type { Unit } from '../../domain/unit.js';

const unit = (id: string, level: Unit['level'], parent?: string, more: Partial<Unit> = {}): Unit => ({
  id,
  name: `${id}名`,
  level,
  ...(parent === undefined ? {} : { parent }),
  staff: [
    { role: 'clerk', name: `${id}承办人`, userId: `x.${id}.clerk` },
    { role: 'deputy', name: `${id}分管副职`, userId: `x.${id}.deputy` },
  ],
  ...more,
});

const network = new Network([
  unit('city', 'city'),
  unit('center', 'department', 'city'),
  unit('housing', 'department', 'city'),
  unit('heating', 'enterprise', 'housing'),
  unit('district', 'county', 'city'),
  unit('street', 'street', 'district'),
  unit('community', 'community', 'street'),
  unit('merged-away', 'community', 'street', { abolishedOn: '2026-01-01', successor: 'community' }),
  unit('cleared', 'community', 'street', { abolishedOn: '2026-01-01' }),
  unit('other-district', 'county', 'city'),
  unit('other-street', 'street', 'other-district'),
]);

const usual = { supervisor: 'deputy', handler: 'clerk' } as const;
const duties: Duties = {
  levels: {
    city: { unit: 'center', ...usual },
    county: { supervisor: 'supervisor', handler: 'clerk' },
    street: usual,
    community: usual,
    department: usual,
    enterprise: usual,
  },
  units: { street: { supervisor: 'clerk', handler: 'deputy' } },
  place: { tell: [] },
};

/** `part unit` of each row, for an order of the heating company in the community unless something else is given. */
function chain(given: Partial<Answering> = {}, matter: Partial<Answering['case']> = {}, by = duties): string[] {
  const answering = { handling: [{ unitId: 'heating', role: 'lead' as const }], day: '2026-06-01', ...given };
  const found = { confidential: false, kind: 'appeal' as const, place: { unitId: 'community' }, ...matter };

  return responsibleFor(network, by, { ...answering, case: found }).map(({ part, unitId }) => `${part} ${unitId}`);
}

const WHOLE = ['lead heating', 'superior housing', 'place community', 'place street', 'place district', 'place center'];

describe('The chain of responsibility (包保)', () => {
  it('names who handles, who stands above, and each level of the place up to the city', () => {
    expect(chain()).to.deep.equal(WHOLE);
  });

  it('names posts: those of the level, of a unit that differs, of the unit that answers instead, or made of its name', () => {
    const answering = { handling: [{ unitId: 'community', role: 'lead' as const }], case: { confidential: false } };

    expect(responsibleFor(network, duties, { ...answering, day: '2026-06-01' })).to.deep.equal([
      {
        part: 'lead',
        level: 'community',
        unitId: 'community',
        supervisor: 'community分管副职',
        handler: 'community承办人',
      },
      { part: 'superior', level: 'street', unitId: 'street', supervisor: 'street承办人', handler: 'street分管副职' },
      {
        part: 'superior',
        level: 'county',
        unitId: 'district',
        supervisor: 'district名督办人',
        handler: 'district承办人',
      },
      { part: 'superior', level: 'city', unitId: 'center', supervisor: 'center分管副职', handler: 'center承办人' },
    ]);
  });

  it('names each unit once, by the nearest reason: who handles in its own place is no level of it besides', () => {
    expect(chain({ handling: [{ unitId: 'community', role: 'lead' }] })).to.deep.equal([
      'lead community',
      'place street',
      'place district',
      'place center',
    ]);
  });

  it('begins with the lead where several handle, and keeps units of another area apart from the place', () => {
    const handling = [
      { unitId: 'other-street', role: 'support' as const },
      { unitId: 'heating', role: 'lead' as const },
    ];

    expect(chain({ handling })).to.deep.equal([
      'lead heating',
      'support other-street',
      'superior housing',
      'place community',
      'place street',
      'place district',
      'superior other-district',
      'place center',
    ]);
  });

  it('ends with those above the unit where no place is known, or one that is not in the network', () => {
    const without = ['lead heating', 'superior housing', 'superior center'];

    expect(chain({}, { place: undefined })).to.deep.equal(without);
    expect(chain({}, { place: { unitId: 'nowhere' } })).to.deep.equal(without);
  });

  it('leaves the place out of a confidential case, where the locality does not ask for it, and for other kinds', () => {
    const without = ['lead heating', 'superior housing', 'superior center'];
    const appeals: Duties = { ...duties, place: { kinds: ['appeal'], tell: [] } };

    expect(chain({}, { confidential: true })).to.deep.equal(without);
    expect(chain({}, {}, { levels: duties.levels })).to.deep.equal(without);
    expect(chain({}, { kind: 'consultation' }, appeals)).to.deep.equal(without);
    expect(chain({}, { kind: 'appeal' }, appeals)).to.deep.equal(WHOLE);
  });

  it('never lets the unit complained about, or one below it, answer for the complaint; one above it does', () => {
    expect(chain({}, { accusedUnitId: 'community' })).to.deep.equal(WHOLE.filter((row) => row !== 'place community'));
    expect(chain({}, { accusedUnitId: 'street' })).to.deep.equal([
      'lead heating',
      'superior housing',
      'place district',
      'place center',
    ]);
    expect(chain({}, { accusedUnitId: 'housing' })).to.deep.equal(WHOLE.filter((row) => row !== 'superior housing'));
  });

  it('goes to the successor of a community that was abolished, or to the street above it', () => {
    expect(chain({}, { place: { unitId: 'merged-away' } })).to.deep.equal(WHOLE);
    expect(chain({}, { place: { unitId: 'cleared' } })).to.deep.equal(WHOLE.filter((row) => row !== 'place community'));
    expect(chain({ day: '2025-12-31' }, { place: { unitId: 'cleared' } })).to.include('place cleared');
  });

  it('leaves out a level without a duty', () => {
    expect(chain({}, {}, { ...duties, levels: { enterprise: usual, community: usual } })).to.deep.equal([
      'lead heating',
      'place community',
      'place street',
    ]);
  });
});
