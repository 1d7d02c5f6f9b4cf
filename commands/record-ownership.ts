import type { Job } from '../engine/jobs.js';
import { advanceCase } from './advance-case.js';
import { causeOf } from './cause.js';
import { lastActor } from './classify-case.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';

/** A kind of matter, at a place or anywhere. */
export interface Matter {
  caseNumber: string;
  category: string;
  placeUnitId?: string | undefined;
}

/** Keeps a decision "who owns this kind of matter" (权责台账), for the next case of its kind. */
export const recordOwnership = (deps: Pick<Deps, 'models' | 'clock' | 'log' | 'localities'>) => {
  const advance = advanceCase(deps);

  return async (
    { caseNumber, category, placeUnitId, unitId }: Matter & { unitId: string },
    job: Job,
  ): Promise<void> => {
    const cause = causeOf(job);
    const [found, by] = await Promise.all([findCase(deps, caseNumber), lastActor(deps, caseNumber)]);
    const owner = deps.localities.get(found.locality).network.unit(unitId);
    await deps.models.ownership.insert({
      _id: cause.key,
      locality: found.locality,
      category,
      placeUnitId: placeUnitId ?? undefined,
      unitId,
      basis: await basisOf(deps, caseNumber),
      decidedAt: deps.clock.now(),
      caseNumber,
    });
    await advance({
      caseNumber,
      cause,
      act: 'record-ownership',
      by,
      data: { category, placeUnitId, unitId, owner: owner.name },
    });
  };
};

/** The ground that the centre gave for its decision, when its form asked for one. */
async function basisOf({ models }: Pick<Deps, 'models'>, caseNumber: string): Promise<string | undefined> {
  const basis = (await models.tasks.latestSubmission({ caseNumber }))?.data['decisionBasis'];

  return typeof basis === 'string' ? basis : undefined;
}
