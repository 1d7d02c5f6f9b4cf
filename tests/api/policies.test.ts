import { expect } from 'chai';
import fc from 'fast-check';
import {
  isAccused,
  isKeptFrom,
  mayReadCase,
  maySeeCaller,
  notSearched,
  visibleCases,
  type CaseAtHand,
} from '../../api/policies/case-policy.js';
import { may } from '../../api/policies/may.js';
import type { Person } from '../../api/policies/person.js';
import { ACTIONS, ROLE_TABLE, SCOPES, type Action } from '../../api/policies/role-table.js';
import { mayReadTask, mayWorkOn, visibleTasks, type TaskAtHand } from '../../api/policies/task-policy.js';
import { ROLES, type Role } from '../../domain/unit.js';
import type { CaseScope } from '../../models/cases.js';
import type { TaskScope } from '../../models/tasks.js';

/** city → center, city → housing → property → yard; city → water. */
const parents: Readonly<Record<string, string | undefined>> = {
  city: undefined,
  center: 'city',
  housing: 'city',
  property: 'housing',
  yard: 'property',
  water: 'city',
};
const units = Object.keys(parents);
const above = (unit: string): string[] => [unit, ...(parents[unit] === undefined ? [] : above(parents[unit]))];
const subtree = (unit: string): string[] => units.filter((other) => above(other).includes(unit));

const unit = fc.constantFrom(...units);
const locality = fc.constantFrom('linhe', 'hetao');
const userId = fc.constantFrom('linhe.one', 'linhe.two');

const person: fc.Arbitrary<Person> = fc
  .record({
    userId,
    locality: fc.option(locality, { nil: undefined }),
    unitId: fc.option(unit, { nil: undefined }),
    roles: fc.subarray([...ROLES]),
  })
  .map(({ unitId, ...rest }) => ({
    ...rest,
    name: '某岗位',
    unitId,
    subtree: unitId === undefined ? [] : subtree(unitId),
    above: unitId === undefined ? [] : above(unitId),
    atCenter: unitId === 'center',
  }));

const caseAtHand: fc.Arbitrary<CaseAtHand> = fc.record({
  locality,
  confidential: fc.boolean(),
  parties: fc.subarray(units),
  registeredBy: fc.record({ userId: fc.option(userId, { nil: undefined }), name: fc.constant('市民') }),
  accusedUnitId: fc.option(unit, { nil: undefined }),
  holder: fc.option(fc.record({ unitId: unit }), { nil: undefined }),
});

const task: fc.Arbitrary<TaskAtHand> = fc.record({
  locality: fc.option(locality, { nil: undefined }),
  unitId: fc.option(unit, { nil: undefined }),
  assignee: fc.option(userId, { nil: undefined }),
  confidential: fc.option(fc.boolean(), { nil: undefined }),
  candidateGroups: fc
    .tuple(locality, unit, fc.constantFrom(...ROLES))
    .map(([place, id, role]) => [`${place}/${id}/${role}`]),
});

const inCaseScope = (found: CaseAtHand, scope: CaseScope): boolean =>
  (scope.locality === undefined || scope.locality === found.locality) &&
  (scope.confidential === undefined || scope.confidential === found.confidential) &&
  (scope.registeredBy === undefined || scope.registeredBy === found.registeredBy.userId) &&
  (scope.unitIds === undefined || scope.unitIds.some((id) => found.parties.includes(id)));

const inTaskScope = (found: TaskAtHand, scope: TaskScope): boolean =>
  (scope.locality === undefined || scope.locality === found.locality) &&
  (scope.confidential === undefined || found.confidential !== true) &&
  (scope.assignee === undefined || scope.assignee === found.assignee) &&
  (scope.candidateGroups === undefined || scope.candidateGroups.some((id) => found.candidateGroups.includes(id))) &&
  (scope.unitIds === undefined || scope.unitIds.some((id) => id === found.unitId));

describe('who may do what', () => {
  it('refuses whatever no role of a person grants', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...ACTIONS), caseAtHand, (somebody, action, found) => {
        const granted = somebody.roles.some((role) => ROLE_TABLE[role][action] !== undefined);
        if (granted) return;
        const subject = { locality: found.locality, unitIds: units, userIds: [somebody.userId] };
        expect(may(somebody, action, subject)).to.equal(false);
      }),
    );
  });

  it('refuses unknown roles and unknown acts', () => {
    const stranger = { ...nobody, roles: ['mayor', '__proto__', 'constructor'] as unknown as Role[] };
    const subject = { locality: 'linhe', unitIds: units, userIds: [nobody.userId] };
    expect(ACTIONS.some((action) => may(stranger, action, subject))).to.equal(false);
    for (const action of ['sell-case', '__proto__', 'toString']) {
      expect(may({ ...nobody, roles: [...ROLES] }, action as Action, subject)).to.equal(false);
    }
  });

  it('grants nothing in another locality, except to administrators of no locality', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...ACTIONS), (somebody, action) => {
        if (somebody.locality === undefined) return;
        const elsewhere = { locality: 'elsewhere', unitIds: units, userIds: [] };
        expect(may(somebody, action, elsewhere)).to.equal(false);
      }),
    );
  });

  it('never grants less for one more role', () => {
    fc.assert(
      fc.property(
        person,
        fc.constantFrom(...ROLES),
        fc.constantFrom(...ACTIONS),
        caseAtHand,
        (one, role, action, found) => {
          const subject = { locality: found.locality, unitIds: found.parties, userIds: [] };
          if (!may(one, action, subject)) return;
          expect(may({ ...one, roles: [...one.roles, role] }, action, subject)).to.equal(true);
        },
      ),
    );
  });

  it('lists exactly the cases that may be opened', () => {
    fc.assert(
      fc.property(person, caseAtHand, (somebody, found) => {
        const listed = visibleCases(somebody).some((scope) => inCaseScope(found, scope));
        expect(listed).to.equal(mayReadCase(somebody, found));
      }),
      { numRuns: 2000 },
    );
  });

  it('lists exactly the tasks that may be looked at', () => {
    fc.assert(
      fc.property(person, task, (somebody, found) => {
        const listed = visibleTasks(somebody).some((scope) => inTaskScope(found, scope));
        expect(listed).to.equal(mayReadTask(somebody, found));
      }),
      { numRuns: 2000 },
    );
  });

  it('shows no caller to a unit that the case complains about, nor to those below it', () => {
    fc.assert(
      fc.property(person, caseAtHand, (somebody, found) => {
        const accused = found.accusedUnitId !== undefined && somebody.above.includes(found.accusedUnitId);
        if (accused && somebody.locality === found.locality) {
          expect(isAccused(somebody, found)).to.equal(true);
          expect(maySeeCaller(somebody, found)).to.equal(false);
        } else {
          expect(isAccused(somebody, found)).to.equal(false);
        }
      }),
    );
  });

  it('keeps who complained from units above as from those below in texts and searches, never from the centre', () => {
    fc.assert(
      fc.property(person, caseAtHand, (somebody, found) => {
        if (isKeptFrom(somebody, found)) {
          expect(maySeeCaller(somebody, found)).to.equal(false);
          expect(notSearched(somebody)).to.include(found.accusedUnitId);
        }
        const isOwn = found.accusedUnitId !== undefined && somebody.above.includes(found.accusedUnitId);
        if (somebody.atCenter && !isOwn) expect(isKeptFrom(somebody, found)).to.equal(false);
      }),
    );
  });

  it('shows a confidential case only to units with a part in it and to whoever reported it', () => {
    fc.assert(
      fc.property(person, caseAtHand, (somebody, found) => {
        if (!mayReadCase(somebody, { ...found, confidential: true })) return;
        const handles = somebody.unitId !== undefined && found.parties.includes(somebody.unitId);
        expect(handles || found.registeredBy.userId === somebody.userId).to.equal(true);
      }),
    );
  });

  it('lets nobody work on a task that is neither offered nor given to them', () => {
    fc.assert(
      fc.property(person, task, (somebody, found) => {
        const group = (role: Role) => `${somebody.locality ?? ''}/${somebody.unitId ?? ''}/${role}`;
        const offered = somebody.roles.some((role) => found.candidateGroups.includes(group(role)));
        if (offered || found.assignee === somebody.userId) return;
        expect(mayWorkOn(somebody, found)).to.equal(false);
      }),
    );
  });

  it('names only known scopes and acts in its table', () => {
    const rows = Object.values(ROLE_TABLE).flatMap((rights) => Object.entries(rights));
    expect(
      rows.every(([action, scope]) => (ACTIONS as readonly string[]).includes(action) && SCOPES.includes(scope)),
    ).to.equal(true);
  });
});

const nobody: Person = {
  userId: 'linhe.one',
  name: '某岗位',
  locality: 'linhe',
  unitId: 'center',
  roles: [],
  subtree: units,
  above: ['center'],
  atCenter: true,
};
