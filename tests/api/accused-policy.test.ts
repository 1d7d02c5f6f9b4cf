import { expect } from 'chai';
import { isAccused, mayDisclose, mayReadCase, maySeeCaller, type CaseAtHand } from '../../api/policies/case-policy.js';
import type { Person } from '../../api/policies/person.js';
import type { Role } from '../../domain/unit.js';

/** city → center, city → housing → property → yard; city → water. */
const paths: Readonly<Record<string, readonly string[]>> = {
  city: ['city'],
  center: ['center', 'city'],
  housing: ['housing', 'city'],
  property: ['property', 'housing', 'city'],
  yard: ['yard', 'property', 'housing', 'city'],
  water: ['water', 'city'],
};
const units = Object.keys(paths);

/** Somebody at a post, e.g. `housing.clerk`. */
function at(post: string): Person {
  const [unitId, role] = post.split('.') as [string, Role];
  const subtree = units.filter((unit) => paths[unit]!.includes(unitId));
  const place = { unitId, subtree, above: paths[unitId]!, atCenter: unitId === 'center' };

  return { userId: `linhe.${post}`, name: '某岗位', locality: 'linhe', roles: [role], ...place };
}

const complaint: CaseAtHand = {
  locality: 'linhe',
  confidential: false,
  parties: units,
  registeredBy: { name: '市民' },
  accusedUnitId: 'property',
};

describe('A unit that only answers for a case (包保)', () => {
  const found: CaseAtHand = { ...complaint, accusedUnitId: undefined, handlers: ['center', 'water'] };

  it('reads it, and is not told who reported', () => {
    expect(mayReadCase(at('yard.clerk'), found)).to.equal(true);
    for (const post of ['yard.clerk', 'housing.deputy']) expect(maySeeCaller(at(post), found), post).to.equal(false);
    expect(maySeeCaller(at('water.clerk'), found)).to.equal(true);
  });
});

describe('A complaint about a unit', () => {
  /** A complaint about `property`; all units have a part in it, `holder` handles it. */
  const sights: [post: string, holder: string | undefined, sees: 'caller' | 'mask' | 'nothing'][] = [
    ['property.clerk', undefined, 'nothing'],
    ['property.clerk', 'property', 'nothing'],
    ['yard.clerk', 'yard', 'nothing'],
    ['housing.clerk', undefined, 'mask'],
    ['housing.deputy', 'property', 'mask'],
    ['housing.agent', 'water', 'mask'],
    ['city.supervisor', 'water', 'mask'],
    ['housing.clerk', 'housing', 'caller'],
    ['housing.deputy', 'housing', 'caller'],
    ['water.clerk', 'housing', 'caller'],
    ['center.agent', 'water', 'caller'],
    ['center.supervisor', undefined, 'caller'],
    ['housing.leader', 'housing', 'mask'],
  ];
  for (const [post, holder, sees] of sights)
    it(`shows ${post} ${sees === 'nothing' ? sees : `the ${sees}`} of a complaint about property that ${holder ?? 'nobody'} handles`, () => {
      const somebody = at(post);
      const found: CaseAtHand = { ...complaint, holder: holder === undefined ? undefined : { unitId: holder } };

      expect(maySeeCaller(somebody, found), 'the caller').to.equal(sees === 'caller');
      expect(isAccused(somebody, found), 'not even a mask').to.equal(sees === 'nothing');
    });

  it('lets only the centre show attachments to the accused unit, unless it is the centre itself', () => {
    expect(mayDisclose(at('center.supervisor'), complaint, 'center')).to.equal(true);
    expect(mayDisclose(at('center.callback'), complaint, 'center')).to.equal(false);
    expect(mayDisclose(at('housing.deputy'), complaint, 'center')).to.equal(false);
    expect(mayDisclose(at('city.supervisor'), complaint, 'center')).to.equal(false);
    expect(mayDisclose(at('center.supervisor'), { ...complaint, accusedUnitId: 'center' }, 'center')).to.equal(false);
  });
});
