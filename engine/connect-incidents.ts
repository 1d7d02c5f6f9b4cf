import { branded } from './branded.js';
import type { Call } from './call.js';
import type { Clients } from './clients.js';
import { eventually } from './eventually.js';
import type { Incident, IncidentFilter, Incidents } from './incidents.js';
import { optional, present } from './present.js';

type Query = NonNullable<Parameters<Clients['rest']['searchIncidents']>[0]['filter']>;
type IncidentOnTheWire = Awaited<ReturnType<Clients['rest']['getIncident']>>;

/** Incidents: read over REST, repaired over gRPC. */
export function connectIncidents({ grpc, rest }: Clients, call: Call): Incidents {
  const get = async (incidentKey: string) =>
    incident(await call('getIncident', () => rest.getIncident({ incidentKey: branded(incidentKey) }, eventually)));

  return {
    get,
    search: async (filter = {}) => {
      const found = await call('searchIncidents', () =>
        rest.searchIncidents(
          {
            filter: { state: 'ACTIVE', ...wireFilter(filter) } as Query,
            sort: [{ field: 'creationTime', order: 'DESC' }],
            page: { from: 0, limit: 1_000 },
          },
          eventually,
        ),
      );

      return (found.items ?? []).map(incident);
    },
    retry: async (incidentKey, retries = 3) => {
      const { jobKey } = await get(incidentKey);
      if (jobKey !== undefined) await call('updateJobRetries', () => grpc.updateJobRetries({ jobKey, retries }));
      await call('resolveIncident', () => grpc.resolveIncident({ incidentKey }));
    },
  };
}

function wireFilter({ type, ...same }: IncidentFilter) {
  return { ...same, ...(type && { errorType: type }) };
}

function incident(found: IncidentOnTheWire): Incident {
  return {
    key: present(found.incidentKey, 'incident.incidentKey'),
    type: found.errorType ?? 'UNKNOWN',
    message: found.errorMessage ?? '',
    elementId: present(found.elementId, 'incident.elementId'),
    elementInstanceKey: present(found.elementInstanceKey, 'incident.elementInstanceKey'),
    processInstanceKey: present(found.processInstanceKey, 'incident.processInstanceKey'),
    processDefinitionId: present(found.processDefinitionId, 'incident.processDefinitionId'),
    processDefinitionKey: present(found.processDefinitionKey, 'incident.processDefinitionKey'),
    createdAt: present(found.creationTime, 'incident.creationTime'),
    jobKey: jobKey(found.jobKey),
  };
}

/** An incident without a job carries `-1` in some versions. */
function jobKey(key: string | null | undefined): string | undefined {
  return key === '-1' ? undefined : optional(key);
}
