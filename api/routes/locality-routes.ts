import { dayOf } from '../../domain/local-time.js';
import type { ApiDeps } from '../deps.js';
import { may } from '../policies/may.js';
import { presentArticle, presentChoices, presentLocality, presentUnit } from '../presenters/present-locality.js';
import { notAllowed } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';
import { findArticles } from './find-articles.js';

type Names = 'listLocalities' | 'listUnits' | 'readChoices' | 'searchArticles';

/** What a locality's folder says: read from its files, so it is what its process owner wrote. */
export const localityRoutes = ({ localities, clock }: ApiDeps): Handlers<Names> => ({
  listLocalities: () => Promise.resolve(localities.all().map(presentLocality)),
  listUnits: ({ params }) => {
    const { network, timeZone } = localities.get(params.localityId);
    const today = dayOf(clock.now(), timeZone);

    return Promise.resolve(network.units.map((unit) => presentUnit(unit, today)));
  },
  readChoices: ({ params }) => Promise.resolve(presentChoices(localities.get(params.localityId))),
  searchArticles: ({ params, query, person }) => {
    const { articles, timeZone } = localities.get(params.localityId);
    if (!may(person, 'search-knowledge', { locality: params.localityId })) {
      throw notAllowed('只有本地工作人员可以查找知识。');
    }
    const today = dayOf(clock.now(), timeZone);
    const valid = articles.filter(({ expiresOn }) => expiresOn === undefined || expiresOn >= today);

    return Promise.resolve(findArticles(valid, query.text, query.limit ?? 20).map(presentArticle));
  },
});
