import { join } from 'node:path';
import { pino } from 'pino';
import { readConnections } from '../config.js';
import { connectEngine } from '../engine/connect.js';
import { openModels } from '../models/open-models.js';
import { localityIds } from '../procedures/localities.js';
import { type PublishDeps, publishLocality } from '../procedures/publish.js';
import type { Say } from './progress.js';
import { StartFault } from './start-fault.js';

/**
 * Publishes the procedures of all localities (or those LOCALITIES names); what is unchanged makes no new version.
 *
 * One that is refused is told and passed over: its cases go on with the version published before, and the other localities
 * are none the worse. Thrown StartFault when not one can be published.
 */
export const publishLocalities = async (root: string, env: NodeJS.ProcessEnv, say: Say): Promise<void> => {
  const { mongodbUri, engine: address, localities } = readConnections(env);
  const engine = connectEngine({ ...address, patienceMs: 30_000 }, pino({ level: 'silent' }));
  const models = await openModels(mongodbUri);
  const folder = join(root, 'bpmn');
  let published = 0;
  try {
    for (const locality of localities ?? localityIds(folder)) {
      const { ok, line } = await publishOne({ engine, ...models }, locality, folder);
      say(`  ${line}`);
      if (ok) published += 1;
    }
  } finally {
    await models.close();
    await engine.close();
  }
  if (published === 0)
    throw new StartFault('Not one locality has a procedure that can be published: the lines above say why.');
};

const publishOne = async (
  deps: PublishDeps,
  locality: string,
  folder: string,
): Promise<{ ok: boolean; line: string }> => {
  try {
    const request = { locality, root: folder, by: 'admin', at: new Date(), reason: '随系统启动发布' };
    const { publication, isNew } = await publishLocality(deps, request);
    return { ok: true, line: `${locality}: ${isNew ? 'published' : 'unchanged'}, version ${publication.tag}` };
  } catch (error) {
    return { ok: false, line: `warning: the procedure of ${locality} is not published: ${(error as Error).message}` };
  }
};
