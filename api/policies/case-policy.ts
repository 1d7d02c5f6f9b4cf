import type { CaseDocument, CaseScope } from '../../models/cases.js';
import { may, scopesOf, type Subject } from './may.js';
import type { Person } from './person.js';
import type { Action, Scope } from './role-table.js';

/** The parts of a case that decide who may see it. */
export type CaseAtHand = Pick<
  CaseDocument,
  'locality' | 'confidential' | 'parties' | 'handlers' | 'registeredBy' | 'accusedUnitId' | 'holder'
>;

/** Whether a person may open a case; a confidential one only its handlers. */
export function mayReadCase(person: Person, found: CaseAtHand): boolean {
  const subject = subjectOf(found);

  return may(person, 'read-case', subject) && (!found.confidential || may(person, 'read-confidential-case', subject));
}

/**
 * Whether a person may learn who reported, with a reason. Not in a unit that only answers for the case (包保), and never where
 * {@link isKeptFrom} keeps it from them.
 */
export function maySeeCaller(person: Person, found: CaseAtHand): boolean {
  const subject = { ...subjectOf(found), unitIds: found.handlers ?? found.parties };

  return mayReadCase(person, found) && may(person, 'see-caller', subject) && !isKeptFrom(person, found);
}

/** Whether a person may learn who looked at a case. */
export function mayReadViews(person: Person, found: CaseAtHand): boolean {
  return mayReadCase(person, found) && may(person, 'read-views', subjectOf(found));
}

type Accusation = Pick<CaseAtHand, 'accusedUnitId' | 'locality' | 'holder'>;

/**
 * Whether it is kept from a person who complained: in the unit that is complained about, below it, and above it, from where it
 * could be passed on (信访工作条例: an accusation never reaches the accused). A unit above that handles the case itself learns it, and
 * so does the centre, each with a reason.
 */
export function isKeptFrom(person: Person, found: Accusation): boolean {
  return isAccused(person, found) || isOverAccused(person, found);
}

/** Whether the case complains about the person's own unit, or one that their unit belongs to. */
export function isAccused(person: Person, { accusedUnitId, locality }: Accusation): boolean {
  return accusedUnitId !== undefined && person.locality === locality && person.above.includes(accusedUnitId);
}

/** Whether the person's unit stands above the one that is complained about, and has not to handle it. */
function isOverAccused(person: Person, { accusedUnitId, locality, holder }: Accusation): boolean {
  if (accusedUnitId === undefined || person.locality !== locality || person.atCenter) return false;

  return person.unitId !== accusedUnitId && person.subtree.includes(accusedUnitId) && holder?.unitId !== person.unitId;
}

/** Units of which complaints are not found by words: whoever may not read a name in them may not search for it either. */
export function notSearched({ above, subtree, atCenter }: Person): readonly string[] | undefined {
  const units = atCenter ? above : [...new Set([...above, ...subtree])];

  return units.length === 0 ? undefined : units;
}

/** Whether a person may let the unit that is complained about see an attachment, or no longer: people of the running centre. */
export function mayDisclose(person: Person, found: CaseAtHand, center: string): boolean {
  const subject = { locality: found.locality, unitIds: [center] };

  return mayReadCase(person, found) && may(person, 'disclose-attachment', subject) && !isAccused(person, found);
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
