import type { Deps } from './deps.js';

/** Most cases of a locality in one round. */
const MOST = 1_000;

/**
 * Gives cases that came before titles were searched by words theirs, the newest first, so that looking for a word need not read
 * them all. Answers how many.
 */
export const giveWords =
  ({ models, localities, log }: Pick<Deps, 'models' | 'localities' | 'log'>) =>
  async (): Promise<number> => {
    let given = 0;
    for (const locality of localities.ids) given += await models.cases.giveWords(locality, MOST);
    if (given > 0) log.info({ cases: given }, 'words of titles added');

    return given;
  };
