import type { Deps } from './deps.js';

/** A file that nothing took is kept this long, milliseconds. */
export const UNUSED_FILE_MS = 24 * 60 * 60_000;

/** Most files of one round. */
const MOST = 500;

/** Removes files that were uploaded and then not used. Answers how many. */
export const expireFiles =
  ({ models, clock, log }: Pick<Deps, 'models' | 'clock' | 'log'>) =>
  async (): Promise<number> => {
    const before = new Date(clock.now().getTime() - UNUSED_FILE_MS);
    const expired = await models.files.unusedBefore(before, MOST);
    for (const fileId of expired) await models.files.remove(fileId);
    if (expired.length > 0) log.info({ files: expired.length }, 'unused files removed');

    return expired.length;
  };
