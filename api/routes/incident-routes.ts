import type { Incident } from '../../engine/incidents.js';
import type { CaseDocument } from '../../models/cases.js';
import type { ApiDeps } from '../deps.js';
import { mayReadCase } from '../policies/case-policy.js';
import { may } from '../policies/may.js';
import type { Person } from '../policies/person.js';
import { diagramNames } from './diagram-names.js';
import { hiderFor } from './hider-for.js';
import { presentIncident } from '../presenters/present-instance.js';
import { notAllowed, notFound } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';

type Names = 'listIncidents' | 'retryIncident';

/** A called diagram's instance is asked for its caller this often before it counts as nobody's. */
const deepestCall = 6;

interface Found {
  readonly incident: Incident;
  readonly case?: CaseDocument | undefined;
  readonly locality?: string | undefined;
}

/** Where instances stand still, for those who follow them and may let them try again. */
export const incidentRoutes = ({ models, engine, localities, log, identity, operateUrl }: ApiDeps): Handlers<Names> => {
  const nameOf = diagramNames(engine);

  return {
    listIncidents: async ({ query, person }) => {
      const locality = query.locality ?? person.locality;
      if (!may(person, 'retry-incident', { locality })) throw notAllowed('只有督办人和流程负责人可以查看流程故障。');
      const open = (await engine.incidents.search()).slice(0, 500);
      const found = await Promise.all(open.map(locate));
      const seen = found.filter((each) => each.locality === locality && maySee(person, each));

      return Promise.all(
        seen.slice(0, query.limit ?? 50).map(async (one) => hiderFor(identity, person, one.case)(await present(one))),
      );
    },
    retryIncident: async ({ params, person }) => {
      const found = await locate(await engine.incidents.get(params.incidentKey));
      if (!maySee(person, found)) throw notFound('这个流程故障');
      log.info({ incidentKey: params.incidentKey, caseNumber: found.case?._id, by: person.userId }, 'incident retried');
      await engine.incidents.retry(params.incidentKey);
    },
  };

  async function present({ incident, case: found }: Found) {
    const procedure = await models.procedures.find(incident.processDefinitionKey);
    const label = procedure?.elements[incident.elementId]?.label;
    const processName = await nameOf(incident.processDefinitionKey);

    return presentIncident(incident, { case: found, processName, label: label === '' ? undefined : label, operateUrl });
  }

  async function locate(incident: Incident): Promise<Found> {
    const found = await caseOf(incident.processInstanceKey);
    // Before its first job has run, a case does not know its instance: the process tells the locality at least.
    const locality = found?.locality ?? localities.ids.find((id) => incident.processDefinitionId === `${id}-case`);

    return { incident, case: found, locality };
  }

  async function caseOf(instanceKey: string, depth = 0): Promise<CaseDocument | undefined> {
    const found = await models.cases.ofInstance(instanceKey);
    if (found !== null) return found;
    const caller = depth < deepestCall ? (await engine.instances.get(instanceKey)).parentKey : undefined;

    return caller === undefined ? undefined : caseOf(caller, depth + 1);
  }
};

function maySee(person: Person, { locality, case: found }: Found): boolean {
  return may(person, 'retry-incident', { locality }) && (found === undefined || mayReadCase(person, found));
}
