import { may } from '../policies/may.js';
import type { Person } from '../policies/person.js';
import { notAllowed } from '../problems/problem-error.js';
import type { Localities } from '../../procedures/localities.js';
import type { Locality } from '../../procedures/locality.js';

/** The locality whose board this person may watch. @throws ProblemError NOT_ALLOWED */
export function watchedLocality(person: Person, asked: string | undefined, localities: Localities): Locality {
  const locality = asked ?? person.locality;
  if (locality === undefined || !may(person, 'watch-board', { locality }))
    throw notAllowed('只有本地的督办人、流程负责人和政策员可以查看督办看板。');

  return localities.get(locality);
}
