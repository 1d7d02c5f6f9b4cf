import { expect } from 'chai';
import { Network, UnitAbolishedError, UnitUnknownError } from '../../domain/network.js';
import { candidateGroup, type Unit } from '../../domain/unit.js';

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
  unit('district', 'county', 'city'),
  unit('street', 'street', 'district'),
  unit('community', 'community', 'street'),
  unit('old', 'department', 'city', { abolishedOn: '2026-01-01', successor: 'merged' }),
  unit('merged', 'department', 'city', { abolishedOn: '2026-06-01', successor: 'center' }),
  unit('gone', 'department', 'city', { abolishedOn: '2026-01-01' }),
]);

describe('The network of units', () => {
  it('tells the path from a unit up to the root', () => {
    expect(network.pathUp('community').map(({ id }) => id)).to.deep.equal(['community', 'street', 'district', 'city']);
  });

  it('tells what stands below a unit, at any depth', () => {
    expect(network.descendants('district').map(({ id }) => id)).to.deep.equal(['street', 'community']);
    expect(network.descendants('community')).to.deep.equal([]);
  });

  it('says whether a unit stands in the tree of another', () => {
    expect(network.isWithin('community', 'district')).to.equal(true);
    expect(network.isWithin('district', 'district')).to.equal(true);
    expect(network.isWithin('district', 'community')).to.equal(false);
    expect(network.isWithin('center', 'district')).to.equal(false);
    expect(network.isWithin('nowhere', 'city')).to.equal(false);
  });

  it('refuses an unknown unit', () => {
    expect(() => network.unit('nowhere'))
      .to.throw(UnitUnknownError, 'nowhere')
      .with.property('code', 'UNIT_UNKNOWN');
  });

  it('lets a unit take orders until the day it is abolished', () => {
    expect(network.unitTaking('old', '2025-12-31').id).to.equal('old');
    expect(() => network.unitTaking('old', '2026-01-01'))
      .to.throw(UnitAbolishedError, /2026-01-01.*merged/)
      .with.deep.include({ code: 'UNIT_ABOLISHED', variables: { successorId: 'merged' } });
  });

  it('follows successors to the one that still stands', () => {
    expect(network.successorOn('old', '2025-12-31').id).to.equal('old');
    expect(network.successorOn('old', '2026-03-01').id).to.equal('merged');
    expect(network.successorOn('old', '2026-07-01').id).to.equal('center');
    expect(() => network.successorOn('gone', '2026-07-01')).to.throw(UnitAbolishedError, '没有承接单位');
  });
});

describe('A candidate group', () => {
  it('is locality, unit and role', () => {
    expect(candidateGroup('somewhere', 'housing', 'clerk')).to.equal('somewhere/housing/clerk');
  });
});
