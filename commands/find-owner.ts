import { dayOf } from '../domain/local-time.js';
import type { Locality } from '../procedures/locality.js';
import type { Deps } from './deps.js';
import { findCase } from './find-case.js';
import type { Matter } from './record-ownership.js';

type Needs = Pick<Deps, 'models' | 'clock' | 'localities'>;

/** Asks the ledger of owners (权责台账) for the matter of a case; see `ownerOf`. Thrown CaseUnknownError. */
export const findOwner =
  ({ models, clock, localities }: Needs) =>
  async ({ caseNumber, category, placeUnitId }: Matter): Promise<{ ownerId: string | null }> => {
    const found = await findCase({ models }, caseNumber);

    return ownerOf({ models, clock }, localities.get(found.locality), { category, placeUnitId });
  };

/**
 * The unit that an earlier decision made the owner of this kind of matter here (权责台账): a decision for the place comes
 * before one for the whole locality, one for a unit that takes no more orders does not count. Null when none is left.
 */
export async function ownerOf(
  { models, clock }: Pick<Needs, 'models' | 'clock'>,
  locality: Locality,
  { category, placeUnitId }: Pick<Matter, 'category' | 'placeUnitId'>,
): Promise<{ ownerId: string | null }> {
  const today = dayOf(clock.now(), locality.timeZone);
  const ownerAt = async (place: string | undefined): Promise<string | null> => {
    const decided = await models.ownership.latest({ locality: locality.id, category, placeUnitId: place });
    const owner = decided === null ? undefined : locality.network.find(decided.unitId);
    const abolished = owner?.abolishedOn !== undefined && owner.abolishedOn <= today;

    return owner === undefined || abolished ? null : owner.id;
  };

  return { ownerId: (placeUnitId == null ? null : await ownerAt(placeUnitId)) ?? (await ownerAt(undefined)) };
}
