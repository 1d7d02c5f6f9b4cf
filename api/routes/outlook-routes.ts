import { ROLES, type Role } from '../../domain/unit.js';
import type { CaseDocument } from '../../models/cases.js';
import type { TaskDocument } from '../../models/tasks.js';
import type { Outlook, RelatedCase } from '../contract/outlook.js';
import type { ApiDeps } from '../deps.js';
import { mayReadCase } from '../policies/case-policy.js';
import type { Person } from '../policies/person.js';
import { isFor } from '../policies/task-policy.js';
import { momentOrNull } from '../presenters/moment.js';
import type { Handlers } from '../routing.js';
import { hiderFor } from './hider-for.js';
import { findWayOn, type WaysOn } from './find-way-on.js';
import { openCase } from './open-case.js';

type Names = 'readOutlook' | 'listRelated';

/** Where a case stands, what comes next, and which cases have to do with it. */
export const outlookRoutes = (deps: ApiDeps): Handlers<Names> => {
  const { models, engine, identity, log } = deps;
  const open = openCase(deps);
  const wayOn = findWayOn(engine);

  /** People still learn who holds the case when the engine does not answer. */
  async function unlessAway<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      log.warn({ err: error }, 'what follows is not known now');

      return otherwise;
    }
  }

  return {
    readOutlook: async ({ params, person }) => {
      const { found } = await open(person, params.caseNumber);
      if (found.stage === 'closed') return { closed: true, tasks: [], waiting: [] };
      const tasks = await models.tasks.openOfCase(found._id);
      const none: WaysOn = { following: [], afterwards: [] };
      const told = tasks.map(async (task) =>
        presentOpenTask(task, person, await unlessAway(() => wayOn.waysOn(task), none)),
      );
      const { processInstanceKey } = found;
      const waits = tasks.length === 0 && processInstanceKey !== undefined;

      return {
        closed: false,
        tasks: await Promise.all(told),
        waiting: waits ? await unlessAway(() => wayOn.standing(processInstanceKey), []) : [],
      };
    },
    listRelated: async ({ params, person }) => {
      const { found } = await open(person, params.caseNumber);
      const relations = await relationsOf(deps, found);
      const cases = await models.cases.findMany([...relations.keys()]);
      const seen = cases.filter((each) => mayReadCase(person, each));

      return seen.map((each) => ({
        caseNumber: each._id,
        title: hiderFor(identity, person, each)(each.title),
        stage: each.stage,
        relation: relations.get(each._id) ?? 'like',
      }));
    },
  };
};

/** Which cases have to do with this one, and how. */
async function relationsOf({ models }: ApiDeps, found: CaseDocument): Promise<Map<string, RelatedCase['relation']>> {
  const like = await models.cases.likeCases(found._id);
  const pairs: [string | undefined, RelatedCase['relation']][] = [
    ...like.map(({ _id }): [string, 'like'] => [_id, 'like']),
    ...found.callers.map(({ caseNumber }): [string | undefined, 'merged'] => [caseNumber, 'merged']),
    [found.origin?.case, 'origin'],
    [found.likeOf, 'like-of'],
    [found.mergedInto, 'merged-into'],
  ];

  return new Map(pairs.flatMap(([number, relation]) => (number === undefined ? [] : [[number, relation]])));
}

function presentOpenTask(task: TaskDocument, person: Person, ways: WaysOn): Outlook['tasks'][number] {
  const posts = task.candidateGroups.map((group) => group.split('/'));
  const roles = posts.map(([, , role]) => role).filter((role): role is Role => ROLES.includes(role as Role));

  return {
    taskKey: task._id,
    name: task.name,
    unitId: task.assigneeUnitId ?? posts[0]?.[1] ?? task.unitId ?? null,
    roles: [...new Set(roles)],
    claimed: task.assignee !== undefined,
    dueAt: momentOrNull(task.dueAt),
    lamp: task.lamp ?? null,
    mine: isFor(person, task),
    following: [...ways.following],
    afterwards: [...ways.afterwards],
  };
}
