import { dueAt, warnAt } from '../domain/deadline.js';
import { dayOf } from '../domain/local-time.js';
import { calendarOf, type Locality } from '../procedures/locality.js';
import type { Deps } from './deps.js';
import { ownerOf } from './find-owner.js';
import { beginning, type Told } from './take-case.js';

/** The output of a locality's routing table (分办表), as the diagram gets it. */
interface Route {
  mode?: string | null;
  unitId?: string | null;
  supportUnits?: readonly string[] | null;
  reason?: string | null;
  legalBasis?: string | null;
}

/** The output of its deadline table (时限分级). */
interface Timing {
  deadlineClass?: string | null;
  sign?: string | null;
  contact?: string | null;
  solve?: string | null;
  warn?: string | null;
}

/** What the procedure would do with a report, were it registered now. Times as instants, null where the table sets none. */
export interface Proposal {
  /** Way of handling by the table's own word; null when the table leaves it to a person. */
  mode: string | null;
  /** Null when it is left to a person. */
  unitId: string | null;
  supportUnitIds: string[];
  reason: string | null;
  legalBasis: string | null;
  /** Unit that the category usually goes to, where the table names none: no more than a hint. */
  usualUnitId: string | null;
  deadlineClass: string | null;
  signBy: Date | null;
  contactBy: Date | null;
  dueAt: Date | null;
  warnAt: Date | null;
  /** Set when there is nothing to propose, or not all: in words for people. */
  missing: string | null;
}

type Needs = Pick<Deps, 'models' | 'engine' | 'clock'>;

/** Word of a routing table for "a person decides" (docs/architecture.md, "Tables"). */
const UNDECIDED = 'undecided';

/**
 * Asks the locality's deployed routing and deadline tables, with the variables that the diagram would have, and computes the
 * times by the calendar of the unit. Nothing is registered. Thrown EngineError; CalendarMissingError.
 */
export const proposeHandling =
  (deps: Needs) =>
  async (locality: Locality, told: Told & { category: string }): Promise<Proposal> => {
    const { decisions = {} } = (await deps.models.publications.latest(locality.id)) ?? {};
    const { routing, deadline } = decisions;
    if (routing === undefined || deadline === undefined)
      return { ...NOTHING, missing: '这个地方没有发布分办表和时限表，由派单员确定。' };
    const begins = beginning(locality, told);
    const owner = await ownerOf(deps, locality, { category: told.category, placeUnitId: told.place?.unitId });
    const variables = { locality: locality.id, ...begins, ...owner };
    const [route, timing] = await Promise.all([
      deps.engine.decisions.evaluate(routing, variables),
      deps.engine.decisions.evaluate(deadline, variables),
    ]);

    const row = (route.output ?? {}) as Route;
    const limits = (timing.output ?? {}) as Timing;

    return { ...routed(row, begins.unitId), ...timed(deps, locality, limits, row.unitId ?? undefined) };
  };

const NOTHING: Proposal = {
  mode: null,
  unitId: null,
  supportUnitIds: [],
  reason: null,
  legalBasis: null,
  usualUnitId: null,
  deadlineClass: null,
  signBy: null,
  contactBy: null,
  dueAt: null,
  warnAt: null,
  missing: null,
};

function routed(route: Route, usualUnitId: string | null): Omit<Proposal, keyof ReturnType<typeof timed>> {
  const unitId = route.unitId ?? null;

  return {
    mode: route.mode === undefined || route.mode === UNDECIDED ? null : route.mode,
    unitId,
    supportUnitIds: [...(route.supportUnits ?? [])],
    reason: route.reason ?? null,
    legalBasis: route.legalBasis ?? null,
    usualUnitId: unitId === null ? usualUnitId : null,
  };
}

/** From now, as if the order went out at once; by the unit's calendar, the locality's where no unit is named. */
function timed({ clock }: Needs, locality: Locality, timing: Timing, unitId: string | undefined) {
  const from = clock.now();
  const calendar = calendarOf(locality, unitId);
  const until = (limit: string | null | undefined) => (limit == null ? null : dueAt(limit, from, calendar));
  const { solve, warn } = timing;

  return {
    deadlineClass: timing.deadlineClass ?? null,
    signBy: until(timing.sign),
    contactBy: until(timing.contact),
    dueAt: until(solve),
    warnAt: solve == null || warn == null ? null : warnAt(warn, solve, from, calendar),
    missing: abolished(locality, unitId, dayOf(from, locality.timeZone)),
  };
}

function abolished({ network }: Locality, unitId: string | undefined, day: string): string | null {
  const unit = unitId === undefined ? undefined : network.find(unitId);
  if (unit?.abolishedOn === undefined || unit.abolishedOn > day) return null;

  return `${unit.name}已撤销，须另定承办单位。`;
}
