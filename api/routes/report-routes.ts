import type { Report } from '../../commands/check-report.js';
import { registerCase } from '../../commands/register-case.js';
import type { Actor } from '../../models/collection.js';
import type { RegisterCase, ReportCase } from '../contract/register.js';
import type { ApiDeps } from '../deps.js';
import type { Metrics } from '../metrics.js';
import { mayReadCase } from '../policies/case-policy.js';
import { may } from '../policies/may.js';
import type { Person } from '../policies/person.js';
import { webChannel } from '../presenters/present-locality.js';
import { notAllowed, ProblemError } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { actorOf, stranger } from './actor-of.js';

type Names = 'registerCase' | 'reportCase';

/** What only the hotline's own people say about a case. */
const classification = [
  'category',
  'urgency',
  'branch',
  'lineId',
  'origin',
  'mergeInto',
  'articleId',
  'answer',
] as const;

/** Taking reports. */
export const reportRoutes = (deps: ApiDeps, metrics: Metrics): Handlers<Names> => {
  const { models, localities } = deps;
  const register = registerCase(deps);

  async function take(report: RegisterCase, by: Actor) {
    const registered = await register(toReport(report), by);
    metrics.caseRegistered(report.locality, report.channel);

    return registered;
  }

  return {
    registerCase: async ({ body, person }) => {
      refuseUnknownLocality(body.locality);
      if (may(person, 'register-case', body)) {
        await refuseHiddenTarget(body, person);

        return take(body, actorOf(person));
      }
      if (!may(person, 'report-case', body)) throw notAllowed('您的岗位不能在这个地方登记诉求。');
      refuseClassification(body);

      return take(body, actorOf(person));
    },
    reportCase: ({ body }) => {
      refuseUnknownLocality(body.locality);

      return take({ ...body, channel: openChannel(body.locality) }, stranger);
    },
  };

  function refuseUnknownLocality(found: string): void {
    if (localities.ids.includes(found)) return;
    const error = { field: '/locality', reason: '没有这个地方', found, allowed: localities.ids };
    throw new ProblemError('BAD_INPUT', '没有这个地方。', [error]);
  }

  /** A case that the person may not see is to them as one that is not there. */
  async function refuseHiddenTarget({ mergeInto }: RegisterCase, person: Person): Promise<void> {
    if (mergeInto === undefined) return;
    const into = await models.cases.find(mergeInto);
    if (into !== null && mayReadCase(person, into)) return;
    const error = { field: '/mergeInto', reason: '没有这一诉求件', found: mergeInto };
    throw new ProblemError('BAD_INPUT', '没有这一诉求件。', [error]);
  }

  /** @throws ProblemError when the locality takes no reports on the web */
  function openChannel(localityId: string): string {
    const open = localities.get(localityId).channels.some(({ id }) => id === webChannel);
    if (!open) throw notAllowed('这个地方没有开通网上提交，请拨打热线。');

    return webChannel;
  }
};

function refuseClassification(body: RegisterCase): void {
  const given = classification.filter((field) => body[field] !== undefined);
  if (given.length === 0) return;
  throw new ProblemError(
    'BAD_INPUT',
    '分类由热线工作人员填写。',
    given.map((field) => ({ field: `/${field}`, reason: '由热线工作人员填写' })),
  );
}

function toReport({ occurredAt, wantedAt, ...told }: RegisterCase | (ReportCase & { channel: string })): Report {
  return {
    ...told,
    ...(occurredAt === undefined ? {} : { occurredAt: new Date(occurredAt) }),
    ...(wantedAt === undefined ? {} : { wantedAt: new Date(wantedAt) }),
  };
}
