import type { Role, StaffMember } from '../domain/unit.js';
import type { LocalityFile, UnitFile } from './locality-schema.js';

/** Labels of the posts: a person's name is never made up. */
const LABELS: Record<Role, string> = {
  citizen: '市民',
  agent: '坐席',
  clerk: '承办人',
  deputy: '分管副职',
  leader: '主要负责人',
  callback: '回访员',
  supervisor: '督办人',
  'process-owner': '流程负责人',
  policy: '政策员',
  admin: '管理员',
};

/** Posts of a unit that names none, where its level names none either. */
const DEFAULT_STAFF: readonly { role: Role; name?: string; leaderTitle?: string }[] = [
  { role: 'clerk' },
  { role: 'deputy' },
];

/**
 * The posts of a unit, each with its user id `<locality>.<unitId>.<role>` (a second of the role: `.clerk2`) and a name:
 * its own, else unit and post (`市住建局承办人`, `市住建局承办人2`).
 */
export function postsOf(unit: UnitFile, data: LocalityFile): readonly StaffMember[] {
  const counts = new Map<Role, number>();

  return (unit.staff ?? data.staffByLevel?.[unit.level] ?? DEFAULT_STAFF).map(({ role, name, leaderTitle }) => {
    const n = (counts.get(role) ?? 0) + 1;
    counts.set(role, n);
    const suffix = n === 1 ? '' : String(n);

    return {
      role,
      userId: `${data.id}.${unit.id}.${role}${suffix}`,
      name: name ?? `${unit.name}${leaderTitle ?? LABELS[role]}${suffix}`,
      ...(leaderTitle === undefined ? {} : { leaderTitle }),
    };
  });
}
