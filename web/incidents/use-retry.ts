import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Incident } from '../../api/contract/instance.js';
import { call } from '../api/call.js';
import { sentenceOf } from '../api/problem.js';
import { placeOf } from './incident-table.js';

/** How often, and how long apart, it is looked whether an element stands still again, milliseconds. */
const LOOKS = 3;
const APART = 1_500;

export interface Retried {
  readonly gone: number;
  /** Places that stand still again. */
  readonly stuck: readonly string[];
  readonly refused: readonly string[];
}

/** Lets incidents try again and sees what comes of it: a fault whose cause is still there comes back at once. */
export function useRetry() {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);

  return {
    busy,
    retry: async (incidents: readonly Incident[]): Promise<Retried> => {
      setBusy(true);
      try {
        const refused: string[] = [];
        const tried: Incident[] = [];
        for (const incident of incidents)
          await call('retryIncident', { params: { incidentKey: incident.incidentKey } }).then(
            () => tried.push(incident),
            (error: unknown) => refused.push(`${placeOf(incident)}：${sentenceOf(error)}`),
          );
        const stuck = (await standing(tried)).map(placeOf);

        return { gone: tried.length - stuck.length, stuck, refused };
      } finally {
        setBusy(false);
        await client.invalidateQueries({ queryKey: ['listIncidents'] });
        await client.invalidateQueries({ queryKey: ['readInstance'] });
      }
    },
  };
}

async function standing(tried: readonly Incident[]): Promise<Incident[]> {
  for (let look = 0; look < LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, APART));
    const open = await call('listIncidents', { query: { limit: 100 } }).catch(() => []);
    const again = tried.filter((one) => open.some((other) => isSamePlace(one, other)));
    if (again.length === tried.length || look === LOOKS - 1) return again;
  }

  return [];
}

const isSamePlace = (one: Incident, other: Incident): boolean =>
  one.processInstanceKey === other.processInstanceKey && one.elementId === other.elementId;
