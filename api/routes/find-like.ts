import { LOWEST_SCORE, resemblance, type Matter, type Resemblance } from '../../domain/same-matter.js';
import type { Network } from '../../domain/network.js';
import type { LikeCase } from '../../models/like-cases.js';
import type { Locality } from '../../procedures/locality.js';
import type { ApiDeps } from '../deps.js';
import { visibleCases } from '../policies/case-policy.js';
import type { Person } from '../policies/person.js';
import { presentLikeCase } from '../presenters/present-intake.js';

const day = 86_400_000;
/** Open cases of before are rarely the same matter; a closed one only counts while it may have come back. */
const openDays = 60;
const closedDays = 7;
const mostShown = 5;
/** Less was typed than can be compared. */
const fewestCharacters = 4;

interface Asked {
  title?: string;
  text?: string;
  category?: string;
  placeUnitId?: string;
  address?: string;
}

/** Open and recently closed cases that look like what is being told, the likest first. */
export async function findLike(
  { models, clock }: Pick<ApiDeps, 'models' | 'clock'>,
  { id, network }: Pick<Locality, 'id' | 'network'>,
  { title = '', text = '', ...rest }: Asked,
  person: Person,
) {
  if (`${title}${text}`.trim().length < fewestCharacters) return [];
  const told: Matter = { title, text, ...rest };
  const now = clock.now();
  const found = await models.cases.like({
    locality: id,
    category: told.category,
    placeUnitIds: around(network, told.placeUnitId),
    scopes: visibleCases(person),
    since: new Date(now.getTime() - openDays * day),
    closedSince: new Date(now.getTime() - closedDays * day),
  });

  return likest(told, found, { now, network }).map(({ one, likeness }) => presentLikeCase(one, likeness));
}

interface Scored {
  one: LikeCase;
  likeness: Resemblance;
}

function likest(told: Matter, found: readonly LikeCase[], { now, network }: { now: Date; network: Network }): Scored[] {
  const samePlace = (a: string, b: string) => network.isWithin(a, b) || network.isWithin(b, a);

  return found
    .map((one) => ({ one, likeness: resemblance(told, matterOf(one), { now, samePlace }) }))
    .filter(({ likeness }) => likeness.score >= LOWEST_SCORE)
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, mostShown);
}

function matterOf({ title, text, category, place, registeredAt }: LikeCase): Matter & { at: Date } {
  return { title, text, category, placeUnitId: place?.unitId, address: place?.address, at: registeredAt };
}

/** The place itself, all in its tree, and the places it lies in, but for the whole locality. */
function around(network: Network, unitId: string | undefined): string[] {
  if (unitId === undefined || network.find(unitId) === undefined) return [];
  const above = network.pathUp(unitId).filter(({ parent }) => parent !== undefined);

  return [...new Set([unitId, ...above.map(({ id }) => id), ...network.descendants(unitId).map(({ id }) => id)])];
}
