import { dayOf } from '../domain/local-time.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';
import type { Matter } from './record-ownership.js';

/**
 * The unit that an earlier decision made the owner of this kind of matter here (权责台账): a decision for the place comes
 * before one for the whole locality. Null when nobody was decided on, or the unit takes no more orders.
 */
export const findOwner =
  ({ models, clock, localities }: Pick<Deps, 'models' | 'clock' | 'localities'>) =>
  async ({ caseNumber, category, placeUnitId }: Matter): Promise<{ ownerId: string | null }> => {
    const found = await findCase({ models }, caseNumber);
    const locality = localities.get(found.locality);
    const latest = (place: string | undefined) =>
      models.ownership.latest({ locality: locality.id, category, placeUnitId: place });
    const decided = (placeUnitId == null ? null : await latest(placeUnitId)) ?? (await latest(undefined));
    if (decided === null) return { ownerId: null };
    const owner = locality.network.find(decided.unitId);
    const abolished = owner?.abolishedOn !== undefined && owner.abolishedOn <= dayOf(clock.now(), locality.timeZone);

    return { ownerId: owner === undefined || abolished ? null : owner.id };
  };
