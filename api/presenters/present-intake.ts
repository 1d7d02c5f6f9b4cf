import type { Proposal as Proposed } from '../../commands/propose-handling.js';
import type { Resemblance } from '../../domain/same-matter.js';
import type { LikeCase as Found } from '../../models/like-cases.js';
import type { Locality } from '../../procedures/locality.js';
import type { LikeCase, MapData, Proposal } from '../contract/intake.js';
import { moment, momentOrNull } from './moment.js';

const excerptLength = 80;

/** A case that may be the same matter, without anything about who reported it. */
export function presentLikeCase(found: Found, { score, because }: Resemblance): LikeCase {
  return {
    caseNumber: found._id,
    title: found.title,
    excerpt: found.text.slice(0, excerptLength),
    stage: found.stage,
    kind: found.kind ?? null,
    category: found.category ?? null,
    placeUnitId: found.place?.unitId ?? null,
    address: found.place?.address ?? null,
    unitId: found.holder?.unitId ?? null,
    registeredAt: moment(found.registeredAt),
    closedAt: momentOrNull(found.closedAt),
    outcome: found.outcome ?? null,
    callers: 1 + found.callers.length,
    score: Math.min(1, Math.round(score * 100) / 100),
    because: [...because],
    mayMerge: found.stage !== 'closed',
  };
}

export function presentProposal(proposed: Proposed): Proposal {
  return {
    ...proposed,
    signBy: momentOrNull(proposed.signBy ?? undefined),
    contactBy: momentOrNull(proposed.contactBy ?? undefined),
    dueAt: momentOrNull(proposed.dueAt ?? undefined),
    warnAt: momentOrNull(proposed.warnAt ?? undefined),
  };
}

/** Units and known places with coordinates; abolished units lie nowhere. */
export function presentMap({ network, places = [] }: Locality, tiles: MapData['tiles']): MapData {
  const units = network.units.map(({ id, name, point }) => ({ name, unitId: id, point }));
  const known = places.map(({ name, unit, point }) => ({ name, unitId: unit, point }));

  return {
    tiles,
    points: [...units, ...known].flatMap(({ name, unitId, point }) => {
      if (point === undefined) return [];
      const { longitude, latitude, approximate = false } = point;

      return [{ name, unitId, point: { longitude, latitude }, approximate }];
    }),
  };
}
