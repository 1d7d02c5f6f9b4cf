import { compileFigures } from '../../commands/compile-figures.js';
import { addDays, instantAt } from '../../domain/local-time.js';
import type { Localities } from '../../procedures/localities.js';
import type { Locality } from '../../procedures/locality.js';
import type { Figures } from '../contract/figures.js';
import type { ApiDeps } from '../deps.js';
import { askedDays } from '../figures/asked-days.js';
import { KeptAnswers } from '../figures/kept-answers.js';
import { mayReadFigures } from '../policies/figures-policy.js';
import type { Person } from '../policies/person.js';
import { presentFigures } from '../presenters/present-figures.js';
import { notAllowed } from '../problems/problem-error.js';
import type { Handlers } from '../routing.js';

const keepMs = 60_000;

/** What the big screen shows (数据大屏): read from all cases of a period, so shared by all screens that show the same. */
export const figuresRoutes = (deps: ApiDeps): Handlers<'readFigures'> => {
  const { localities, clock } = deps;
  const compile = compileFigures(deps);
  const kept = new KeptAnswers<Figures>(clock, keepMs);

  return {
    readFigures: ({ query, person }) => {
      const locality = readLocality(person, query.locality, localities);
      const { id, timeZone } = locality;
      const days = askedDays(query, clock.now(), timeZone);
      const period = { from: instantAt(days.from, 0, timeZone), until: instantAt(addDays(days.until, 1), 0, timeZone) };

      return kept.ask(`${id} ${days.from} ${days.until}`, async () => {
        const at = clock.now();

        return presentFigures(await compile(locality, period), { locality, days, at });
      });
    },
  };
};

/** The locality whose figures this person may read. @throws ProblemError NOT_ALLOWED */
function readLocality(person: Person, asked: string | undefined, localities: Localities): Locality {
  const id = asked ?? person.locality;
  const locality = id !== undefined && localities.ids.includes(id) ? localities.get(id) : undefined;
  if (locality === undefined || !mayReadFigures(person, locality))
    throw notAllowed('只有本地的督办人、政策员、流程负责人和中心及其上级的领导可以查看数据大屏。');

  return locality;
}
