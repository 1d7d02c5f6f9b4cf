/** Where a unit stands: the four levels 市, 县市区, 街道/乡镇, 社区/村, and those beside them. */
export const LEVELS = [
  'city',
  'county',
  'street',
  'town',
  'community',
  'village',
  'department',
  'bureau',
  'enterprise',
  'operator',
  'platform',
  'body',
  'desk',
] as const;
export type Level = (typeof LEVELS)[number];

/** Roles of people in a unit (docs/architecture.md, "Names and ids"). */
export const ROLES = [
  'citizen',
  'agent',
  'clerk',
  'deputy',
  'leader',
  'callback',
  'supervisor',
  'process-owner',
  'policy',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** A post of a unit; `name` is a label of the post, never a person's made-up name. */
export interface StaffMember {
  readonly role: Role;
  readonly name: string;
  readonly userId: string;
  readonly leaderTitle?: string;
}

/** A unit of a locality's network (单位). */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly parent?: string;
  readonly calendar?: string;
  readonly staff: readonly StaffMember[];
  /** Id of the leader in charge (分管领导). */
  readonly leader?: string;
  /** The name is made up: no source gives one. */
  readonly invented?: boolean;
  /** `YYYY-MM-DD` in the locality's zone: from this day on it takes no order. */
  readonly abolishedOn?: string;
  readonly successor?: string;
  /** What the unit is there for (职责), for "why this unit". */
  readonly remit?: string;
  /** Has a task force (专班). */
  readonly taskForce?: boolean;
  /** WGS 84, degrees. */
  readonly point?: { readonly longitude: number; readonly latitude: number; readonly approximate?: boolean };
}

/** Candidate group of a role in a unit: `<locality>/<unitId>/<role>`. */
export function candidateGroup(locality: string, unitId: string, role: Role): string {
  return `${locality}/${unitId}/${role}`;
}
