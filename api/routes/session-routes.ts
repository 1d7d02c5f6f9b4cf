import type { ApiDeps } from '../deps.js';
import type { Person } from '../policies/person.js';
import { presentMe } from '../presenters/present-account.js';
import { ProblemError } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { createBackOff } from '../session/back-off.js';
import { personOf } from '../session/identify.js';
import { hashPassword, passwordFits } from '../session/passwords.js';
import { clearSessionCookie, setSessionCookie, tokenOf } from '../session/session-cookie.js';
import type { Tokens } from '../session/tokens.js';

type Names = 'signIn' | 'signOut' | 'readMe' | 'changePassword';

/** Signing in and out. Every failed sign-in reads the same, whether the account exists or not. */
export const sessionRoutes = ({ models, localities }: ApiDeps, tokens: Tokens): Handlers<Names> => {
  const backOff = createBackOff();
  const refused = () => new ProblemError('SIGN_IN_REFUSED', '用户名或密码不正确，或账号已停用。');

  async function checkPassword(userId: string, password: string) {
    const wait = backOff.waitSeconds(userId);
    if (wait > 0) throw new ProblemError('TOO_MANY_REQUESTS', `尝试次数过多，请 ${wait} 秒后再试。`);
    const user = await models.users.find(userId);
    const fits = await passwordFits(password, user?.passwordHash);
    if (user === null || !fits || user.disabled) {
      backOff.failed(userId);
      throw refused();
    }
    backOff.succeeded(userId);

    return user;
  }

  return {
    signIn: async ({ body, request, response }) => {
      const user = await checkPassword(body.userId, body.password);
      const { token, sessionId, expiresAt } = await tokens.sign(user._id);
      await models.users.startSession(user._id, { id: sessionId, until: expiresAt });
      setSessionCookie(request, response, token);

      return { token, expiresAt: expiresAt.toISOString(), user: presentMe(personOf(user, localities), localities) };
    },
    signOut: async ({ request, response, person }) => {
      const session = await tokens.verify(tokenOf(request)?.token ?? '');
      if (session !== undefined && person !== undefined) {
        await models.users.endSession(session.userId, session.sessionId);
      }
      clearSessionCookie(request, response);
    },
    readMe: ({ person }) => Promise.resolve(presentMe(person, localities)),
    changePassword: async ({ body, person, request, response }) => {
      await checkPassword(person.userId, body.oldPassword);
      refuseEasy(body.newPassword, person);
      await models.users.setPassword(person.userId, await hashPassword(body.newPassword));
      clearSessionCookie(request, response);
    },
  };
};

/** A password that says who it belongs to, or repeats one character, is no secret. */
function refuseEasy(password: string, { userId }: Person): void {
  if (!password.includes(userId) && new Set(password).size >= 5) return;
  throw new ProblemError('BAD_INPUT', '新密码过于简单。', [
    { field: '/newPassword', reason: '不能包含用户名，且至少有 5 个不同的字符' },
  ]);
}
