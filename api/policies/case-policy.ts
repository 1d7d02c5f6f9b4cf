import type { CaseDocument, CaseScope } from '../../models/cases.js';
import { may, scopesOf, type Subject } from './may.js';
import type { Person } from './person.js';
import type { Action, Scope } from './role-table.js';

/** The parts of a case that decide who may see it. */
export type CaseAtHand = Pick<CaseDocument, 'locality' | 'confidential' | 'parties' | 'registeredBy' | 'accusedUnitId'>;

/** Whether a person may open a case; a confidential one only its handlers. */
export function mayReadCase(person: Person, found: CaseAtHand): boolean {
  const subject = subjectOf(found);

  return may(person, 'read-case', subject) && (!found.confidential || may(person, 'read-confidential-case', subject));
}

/** Whether a person may learn who reported: never in the unit that the case complains about, nor below it. */
export function maySeeCaller(person: Person, found: CaseAtHand): boolean {
  return mayReadCase(person, found) && may(person, 'see-caller', subjectOf(found)) && !isAccused(person, found);
}

/** Whether a person may learn who looked at a case. */
export function mayReadViews(person: Person, found: CaseAtHand): boolean {
  return mayReadCase(person, found) && may(person, 'read-views', subjectOf(found));
}

/** Whether the case complains about the person's own unit, or one that their unit belongs to. */
export function isAccused(
  person: Person,
  { accusedUnitId, locality }: Pick<CaseAtHand, 'accusedUnitId' | 'locality'>,
): boolean {
  return accusedUnitId !== undefined && person.locality === locality && person.above.includes(accusedUnitId);
}

/** Whether a person may take a case back (撤诉): people of the running centre, and whoever reported it. */
export function mayWithdraw(person: Person, found: CaseAtHand, center: string): boolean {
  return mayReadCase(person, found) && may(person, 'withdraw-case', { ...subjectOf(found), unitIds: [center] });
}

/** Whether a person may say that a case was not solved, so that it begins anew: people of the centre, and whoever reported it. */
export function mayReopen(person: Person, found: CaseAtHand, center: string): boolean {
  return mayReadCase(person, found) && may(person, 'reopen-case', { ...subjectOf(found), unitIds: [center] });
}

/** Whether a person may rate a case (好差评): whoever reported it, signed in. */
export function mayRateAs(person: Person, found: CaseAtHand): boolean {
  return mayReadCase(person, found) && may(person, 'rate-case', subjectOf(found));
}

/** Whether a person may take an order back from its unit (撤回): people of the running centre. */
export function mayRecall(person: Person, found: CaseAtHand, center: string): boolean {
  return mayReadCase(person, found) && may(person, 'recall-order', { locality: found.locality, unitIds: [center] });
}

/** The cases that a person may open, as sets that a list can be asked for. */
export function visibleCases(person: Person): CaseScope[] {
  return [...scopesFor(person, 'read-case', false), ...scopesFor(person, 'read-confidential-case', true)];
}

function scopesFor(person: Person, action: Action, confidential: boolean): CaseScope[] {
  return scopesOf(person, action).flatMap((scope) => {
    const set = setOf(person, scope);

    return set === undefined ? [] : [{ ...set, confidential }];
  });
}

function setOf(person: Person, scope: Scope): CaseScope | undefined {
  const { locality, unitId, subtree, userId } = person;
  if (scope === 'own') return { registeredBy: userId };
  if (locality === undefined) return undefined;
  if (scope === 'locality') return { locality };
  if (unitId === undefined || scope === 'realm') return undefined;

  return { locality, unitIds: scope === 'unit' ? [unitId] : subtree };
}

function subjectOf({ locality, parties, registeredBy }: CaseAtHand): Subject {
  return { locality, unitIds: parties, userIds: registeredBy.userId === undefined ? [] : [registeredBy.userId] };
}
