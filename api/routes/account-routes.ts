import { randomBytes } from 'node:crypto';
import type { UserDocument } from '../../models/users.js';
import type { Localities } from '../../procedures/localities.js';
import type { FieldError } from '../contract/problem.js';
import type { CreateUser } from '../contract/session.js';
import type { ApiDeps } from '../deps.js';
import { may } from '../policies/may.js';
import type { Person } from '../policies/person.js';
import { presentUser } from '../presenters/present-account.js';
import { notAllowed, notFound, ProblemError } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { hashPassword } from '../session/passwords.js';

type Names = 'listUsers' | 'createUser' | 'changeUser';

/** Accounts, kept by administrators: each of their own locality, or of all when they belong to none. */
export const accountRoutes = ({ models, localities }: ApiDeps): Handlers<Names> => ({
  listUsers: async ({ query, person }) => {
    const locality = query.locality ?? person.locality;
    refuseOthers(person, locality);
    const filter = {
      ...(locality === undefined ? {} : { locality }),
      ...(query.unitId === undefined ? {} : { unitId: query.unitId }),
      ...(query.text === undefined ? {} : { text: query.text }),
    };
    const page = await models.users.list(filter, { page: query.page ?? 1, limit: query.limit ?? 20 });

    return { ...page, items: page.items.map(presentUser) };
  },
  createUser: async ({ body, person }) => {
    refuseOthers(person, body.locality);
    refuseMisplaced(body, localities);
    const password = randomBytes(12).toString('base64url');
    const { userId, ...rest } = body;
    const user: UserDocument = { _id: userId, ...rest, passwordHash: await hashPassword(password), disabled: false };
    if (!(await models.users.insert(user))) {
      throw new ProblemError('CONFLICT', `账号 ${userId} 已存在。`, [{ field: '/userId', reason: '已存在' }]);
    }

    return { user: presentUser(user), password };
  },
  changeUser: async ({ params, body, person }) => {
    const user = await models.users.find(params.userId);
    if (user === null || !may(person, 'manage-users', user)) throw notFound('这个账号');
    if (user._id === person.userId) throw new ProblemError('CONFLICT', '不能停用自己的账号。');
    const changed = await models.users.disable(user._id, body.disabled);

    return presentUser(changed ?? user);
  },
});

function refuseOthers(person: Person, locality: string | undefined): void {
  if (!may(person, 'manage-users', { locality })) throw notAllowed('只有管理员可以管理本地的账号。');
}

function refuseMisplaced(asked: CreateUser, localities: Localities): void {
  const errors = misplacements(asked, localities);
  if (errors.length > 0) throw new ProblemError('BAD_INPUT', '请指明账号所属的地方和单位。', errors);
}

/** Everybody but an administrator of the whole installation belongs to a locality, handlers to a unit as well. */
function misplacements({ locality, unitId, roles }: CreateUser, localities: Localities): FieldError[] {
  if (locality !== undefined && !localities.ids.includes(locality))
    return [{ field: '/locality', reason: '没有这个地方', found: locality, allowed: localities.ids }];
  const needsLocality = unitId !== undefined || roles.some((role) => role !== 'admin');
  const needsUnit = roles.some((role) => role !== 'admin' && role !== 'citizen');
  const missing = [
    ...(needsLocality && locality === undefined ? ['/locality'] : []),
    ...(needsUnit && unitId === undefined ? ['/unitId'] : []),
  ].map((field) => ({ field, reason: '必须填写' }));
  const isUnknown =
    locality !== undefined && unitId !== undefined && localities.get(locality).network.find(unitId) === undefined;

  return [...missing, ...(isUnknown ? [{ field: '/unitId', reason: '这个地方没有这个单位', found: unitId }] : [])];
}
