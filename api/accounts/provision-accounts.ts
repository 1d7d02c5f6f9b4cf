import type { StaffMember, Unit } from '../../domain/unit.js';
import type { Users } from '../../models/users.js';
import type { Localities } from '../../procedures/localities.js';
import { hashPassword, passwordFits } from '../session/passwords.js';

interface Wishes {
  readonly users: Users;
  readonly localities: Localities;
  /** Password that all demo accounts share; without it there are none. */
  readonly demoPassword: string | undefined;
  /** Password of the first administrator, used only while there is none. */
  readonly adminPassword: string | undefined;
  /** How the demo accounts' password is hashed, where it protects nothing and sign-ins are many. */
  readonly hash?: (password: string) => Promise<string>;
}

const adminId = 'admin';

/**
 * Makes the accounts that an installation starts with: its administrator, and for a trial one for each post of each unit
 * and one citizen a locality. Run at each start: accounts that are there keep their password. Answers how many there are
 * for a trial.
 */
export async function provisionAccounts(wishes: Wishes): Promise<number> {
  const { users, demoPassword, adminPassword } = wishes;
  if (adminPassword !== undefined && (await users.find(adminId)) === null) {
    const passwordHash = await hashPassword(adminPassword);
    await users.insert({ _id: adminId, name: '系统管理员', roles: ['admin'], passwordHash, disabled: false });
  }
  if (demoPassword === undefined) return 0;

  return provisionDemo(wishes, demoPassword);
}

async function provisionDemo(
  { users, localities, hash = hashPassword }: Wishes,
  demoPassword: string,
): Promise<number> {
  const posts = localities
    .all()
    .flatMap(({ id, network, name }) => [
      ...network.units.flatMap((unit) => unit.staff.map((member) => postOf(id, unit, member))),
      { _id: `${id}.citizen`, name: `${name}市民`, locality: id, roles: ['citizen' as const] },
    ]);
  const kept = await users.passwordHashes(posts.map(({ _id }) => _id));
  const passwordHash = await reuse([...kept.values()], demoPassword, hash);
  await Promise.all(
    posts.map((post) =>
      kept.has(post._id) ? users.put(post) : users.insert({ ...post, passwordHash, disabled: false }),
    ),
  );

  return posts.length;
}

function postOf(locality: string, unit: Unit, { userId, name, role }: StaffMember) {
  return { _id: userId, name, locality, unitId: unit.id, roles: [role] };
}

/** One hash for the one password they share: hashing is slow by design, and there are hundreds of accounts. */
async function reuse(
  kept: readonly string[],
  password: string,
  hash: (password: string) => Promise<string>,
): Promise<string> {
  const [first] = kept;

  return first !== undefined && (await passwordFits(password, first)) ? first : hash(password);
}
