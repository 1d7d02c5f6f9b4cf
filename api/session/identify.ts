import type { Request } from 'express';
import type { UserDocument, Users } from '../../models/users.js';
import type { Localities } from '../../procedures/localities.js';
import type { Person } from '../policies/person.js';
import { ProblemError } from '../problems/problem-error.js';
import { tokenOf } from './session-cookie.js';
import type { Session, Tokens } from './tokens.js';

interface Needs {
  readonly users: Users;
  readonly localities: Localities;
  readonly tokens: Tokens;
}

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who asks. An open route is served to everybody; any other one needs a session that still holds. */
export const createIdentify = ({ users, localities, tokens }: Needs) => {
  return async (request: Request, open: boolean): Promise<Person | undefined> => {
    const carried = tokenOf(request);
    if (carried?.from === 'cookie' && !isOurPage(request)) {
      if (open) return undefined;
      throw new ProblemError('CSRF_HEADER_MISSING', '网页提交须带有 X-Requested-With: huiyin。');
    }
    const session = carried === undefined ? undefined : await tokens.verify(carried.token);
    const user = session === undefined ? undefined : await holderOf(session);
    if (user !== undefined) return personOf(user, localities);
    if (open) return undefined;
    throw new ProblemError('SIGN_IN_NEEDED', '请先登录；登录可能已过期。');
  };

  async function holderOf({ userId, sessionId }: Session): Promise<UserDocument | undefined> {
    const user = await users.find(userId);
    const holds = user?.sessions?.some(({ id }) => id === sessionId) ?? false;

    return user !== null && holds && !user.disabled ? user : undefined;
  }
};

/** A page of another site cannot set this header without being asked first, and is refused then. */
function isOurPage(request: Request): boolean {
  return readOnly.has(request.method) || request.get('x-requested-with') === 'huiyin';
}

/** A user with the place of their unit in the network of today. */
export function personOf(user: UserDocument, localities: Localities): Person {
  const { _id, name, locality, unitId, roles } = user;
  const known = locality !== undefined && localities.ids.includes(locality);
  const place = known ? localities.get(locality) : undefined;
  const network = place?.network;
  const placed = unitId !== undefined && network?.find(unitId) !== undefined;

  return {
    userId: _id,
    name,
    locality,
    unitId,
    roles,
    subtree: placed ? [unitId, ...network.descendants(unitId).map(({ id }) => id)] : [],
    above: placed ? network.pathUp(unitId).map(({ id }) => id) : [],
    atCenter: unitId !== undefined && place?.center === unitId,
  };
}
