import { checkCaller } from '../../commands/check-report.js';
import { proposeHandling } from '../../commands/propose-handling.js';
import type { Kind } from '../../domain/case.js';
import type { Locality } from '../../procedures/locality.js';
import type { ApiDeps } from '../deps.js';
import { maySeeCaller, visibleCases } from '../policies/case-policy.js';
import { may } from '../policies/may.js';
import type { Person } from '../policies/person.js';
import { presentCaseSummary } from '../presenters/present-case.js';
import { presentMap, presentProposal } from '../presenters/present-intake.js';
import { notAllowed, ProblemError } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { findLike } from './find-like.js';

type Names = 'findEarlierCases' | 'findLikeCases' | 'proposeHandling' | 'readMap';

const mostEarlierCases = 20;

/** What the intake desk asks while the caller talks: for those who may register there. */
export const intakeRoutes = (deps: ApiDeps): Handlers<Names> => {
  const { models, localities, clock, identity, mapTiles } = deps;
  const propose = proposeHandling(deps);

  return {
    findEarlierCases: async ({ body, person }) => {
      const locality = desk(person, body.locality);
      const phone = checkCaller(body.phone, locality);
      const scope = { localities: [locality.id], scopes: visibleCases(person) };
      const found = await models.cases.ofCaller(identity.phoneHash(phone), scope, mostEarlierCases);
      // A list by phone tells who reported: a case about the person's own unit does not stand in it.
      const shown = found.filter((one) => maySeeCaller(person, one));

      return { items: shown.map((one) => presentCaseSummary(one, clock.now())) };
    },
    findLikeCases: ({ params, body, person }) => findLike(deps, desk(person, params.localityId), body, person),
    proposeHandling: async ({ params, body, person }) => {
      const locality = desk(person, params.localityId);
      const { placeUnitId, kind, confidential = false, category, ...told } = body;
      refuseUnknown(locality, { category, placeUnitId, kind });
      const place = placeUnitId === undefined ? {} : { place: { unitId: placeUnitId } };
      const report = { ...told, ...place, category, confidential, kind: kind as Kind | undefined };

      return presentProposal(await propose(locality, report));
    },
    readMap: ({ params }) => Promise.resolve(presentMap(localities.get(params.localityId), mapTiles ?? null)),
  };

  /** @throws ProblemError NOT_ALLOWED for those who register nothing there, LocalityUnknownError */
  function desk(person: Person, localityId: string): Locality {
    if (!may(person, 'register-case', { locality: localityId })) throw notAllowed('您的岗位不能在这个地方登记诉求。');

    return localities.get(localityId);
  }
};

interface Words {
  category: string;
  placeUnitId: string | undefined;
  kind: string | undefined;
}

function refuseUnknown({ categories, network, kinds }: Locality, { category, placeUnitId, kind }: Words): void {
  const unknown = [
    ...(categories.some(({ id }) => id === category) ? [] : [{ field: '/category', found: category }]),
    ...(kind === undefined || kinds.some(({ id }) => id === kind) ? [] : [{ field: '/kind', found: kind }]),
    ...(placeUnitId === undefined || network.find(placeUnitId) !== undefined
      ? []
      : [{ field: '/placeUnitId', found: placeUnitId }]),
  ];
  if (unknown.length === 0) return;
  throw new ProblemError(
    'BAD_INPUT',
    '有内容不在本地列表中。',
    unknown.map((error) => ({ ...error, reason: '不在本地列表中' })),
  );
}
