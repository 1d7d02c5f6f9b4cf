import type { Kind } from './case.js';
import type { Network } from './network.js';
import { ORDER_ROLES, type OrderRole } from './order.js';
import type { Level, Role, StaffMember, Unit } from './unit.js';

/** Posts that answer for the cases of a unit (包保), of the unit itself or of another one named. */
export interface Duty {
  readonly supervisor: Role;
  readonly handler: Role;
  readonly unit?: string | undefined;
}

/** That the levels of the place answer too (属地包保): for which kinds of request (all, if none is named), and how they are told. */
export interface PlaceDuty {
  readonly kinds?: readonly Kind[] | undefined;
  readonly tell: readonly string[];
}

/** Duties named by level, and by unit where one differs. */
export interface Duties {
  readonly levels: Readonly<Record<string, Duty>>;
  readonly units?: Readonly<Record<string, Duty>> | undefined;
  readonly place?: PlaceDuty | undefined;
}

/** Why a unit answers: it holds an order (主办, 协办, 事项承办), stands above one that does (主管), or the matter lies there (属地). */
export const RESPONSIBLE_PARTS = [...ORDER_ROLES, 'superior', 'place'] as const;
export type ResponsiblePart = (typeof RESPONSIBLE_PARTS)[number];

/** Who answers for a case at one level: the 督办人 and the 承办人, by the names of their posts. */
export interface Responsible {
  readonly part: ResponsiblePart;
  readonly level: Level;
  readonly unitId: string;
  readonly supervisor: string;
  readonly handler: string;
}

/** For what units are to answer. */
export interface Answering {
  readonly handling: readonly { readonly unitId: string; readonly role: OrderRole }[];
  readonly case: Matter;
  /** `YYYY-MM-DD`, local: an area that was abolished by then is its successor's, or the one's above it. */
  readonly day: string;
}

/** The parts of a case that decide who answers for it. */
export interface Matter {
  readonly kind?: Kind | undefined;
  readonly confidential: boolean;
  readonly accusedUnitId?: string | undefined;
  readonly place?: { readonly unitId?: string | undefined } | undefined;
}

/** From the nearest to the caller to the top. */
const AREA_RANKS: Partial<Record<Level, number>> = {
  community: 0,
  village: 0,
  street: 1,
  town: 1,
  county: 2,
  city: 3,
};
export const AREA_LEVELS = Object.keys(AREA_RANKS) as Level[];

/**
 * The chain of responsibility (包保), each unit once: those that handle the case (the lead first, then as the network lists them),
 * the departments above them, then the levels of the place from community to city. The unit complained about, and those below it,
 * answer only for what they handle.
 */
export function responsibleFor(network: Network, duties: Duties, answering: Answering): readonly Responsible[] {
  const handling = network.units.flatMap(({ id }) => answering.handling.filter(({ unitId }) => unitId === id));
  handling.sort((one, other) => ORDER_ROLES.indexOf(one.role) - ORDER_ROLES.indexOf(other.role));
  const above = handling.flatMap(({ unitId }) => network.pathUp(unitId).slice(1));
  const place = areasOf(network, duties, answering);
  const areas = [...place, ...above.filter(isArea)].sort((one, other) => rankOf(one) - rankOf(other));
  const rows = [
    ...handling.flatMap(({ unitId, role }) => rowOf(network, duties, network.unit(unitId), role)),
    ...[...above.filter((unit) => !isArea(unit)), ...areas]
      .flatMap((unit) => rowOf(network, duties, unit, place.includes(unit) ? 'place' : 'superior'))
      .filter(({ unitId }) => !isAccused(network, unitId, answering.case)),
  ];

  return rows.filter((row, n) => rows.findIndex(({ unitId }) => unitId === row.unitId) === n);
}

/** The levels of the place; none of a confidential case, where the locality does not ask for them, or where no place is known. */
function areasOf(network: Network, { place }: Duties, { case: matter, day }: Answering): readonly Unit[] {
  const asked =
    place !== undefined &&
    !matter.confidential &&
    (place.kinds === undefined || (matter.kind !== undefined && place.kinds.includes(matter.kind)));
  const unit = asked ? standingOn(network, matter.place?.unitId, day) : undefined;

  return unit === undefined ? [] : network.pathUp(unit.id).filter(isArea);
}

/** The unit of a place, or who answers there since it was abolished: its successor, else the unit above it. */
function standingOn(network: Network, unitId: string | undefined, day: string): Unit | undefined {
  const unit = unitId === undefined ? undefined : network.find(unitId);
  if (unit?.abolishedOn === undefined || unit.abolishedOn > day) return unit;

  return standingOn(network, unit.successor ?? unit.parent, day);
}

const isArea = ({ level }: Unit): boolean => AREA_RANKS[level] !== undefined;
const rankOf = ({ level }: Unit): number => AREA_RANKS[level] ?? 0;

function isAccused(network: Network, unitId: string, { accusedUnitId }: Matter): boolean {
  return accusedUnitId !== undefined && network.isWithin(unitId, accusedUnitId);
}

function rowOf(network: Network, duties: Duties, unit: Unit, part: ResponsiblePart): Responsible[] {
  const duty = duties.units?.[unit.id] ?? duties.levels[unit.level];
  if (duty === undefined) return [];
  const answers = duty.unit === undefined ? unit : network.unit(duty.unit);

  return [
    {
      part,
      level: unit.level,
      unitId: answers.id,
      supervisor: postName(answers, duty.supervisor),
      handler: postName(answers, duty.handler),
    },
  ];
}

const ROLE_NAMES: Partial<Record<Role, string>> = { supervisor: '督办人', clerk: '承办人' };

/** Where a unit has no post of that role, the duty still has a name: that of the unit and the role. */
function postName(unit: Unit, role: Role): string {
  const post: StaffMember | undefined = unit.staff.find((member) => member.role === role);

  return post?.name ?? `${unit.name}${ROLE_NAMES[role] ?? '负责人'}`;
}
