import { join } from 'node:path';
import type { Connections } from '../../config.js';
import { localTime } from '../../domain/local-time.js';
import { openModels } from '../../models/open-models.js';
import { loadLocality } from '../load-locality.js';
import { localityIds, LocalityUnknownError } from '../localities.js';
import { UsageError } from './usage.js';

/** Prints the publications of a locality, the newest first: what cases that begin now follow, and what was before. */
export async function historyCommand(
  root: string,
  locality: string | undefined,
  connections: () => Connections,
): Promise<number> {
  if (locality === undefined) throw new UsageError('没有写要看哪个地方');
  const known = localityIds(root);
  if (!known.includes(locality)) throw new LocalityUnknownError(locality, known);
  const { timeZone } = loadLocality(join(root, locality));
  const models = await openModels(connections().mongodbUri);
  try {
    const publications = await models.publications.ofLocality(locality);
    for (const { tag, at, by, reason } of publications)
      console.log(`${tag}  ${localTime(at, timeZone)}  ${by}  ${reason}`);
    if (publications.length === 0) console.log(`${locality} 还没有发布过`);

    return 0;
  } finally {
    await models.close();
  }
}
