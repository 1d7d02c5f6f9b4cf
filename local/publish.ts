import { join } from 'node:path';
import { pino } from 'pino';
import { readConnections } from '../config.js';
import { connectEngine } from '../engine/connect.js';
import { openModels } from '../models/open-models.js';
import { localityIds } from '../procedures/localities.js';
import { NothingToPublishError, type PublishDeps, publishLocality } from '../procedures/publish.js';
import type { Say } from './progress.js';
import { StartFault } from './start-fault.js';

/** Publishes the procedures of all localities (or those LOCALITIES names); what is unchanged makes no new version. Thrown StartFault. */
export const publishLocalities = async (root: string, env: NodeJS.ProcessEnv, say: Say): Promise<void> => {
  const { mongodbUri, engine: address, localities } = readConnections(env);
  const engine = connectEngine({ ...address, patienceMs: 30_000 }, pino({ level: 'silent' }));
  const models = await openModels(mongodbUri);
  const folder = join(root, 'bpmn');
  try {
    for (const locality of localities ?? localityIds(folder))
      say(`  ${await publishOne({ engine, ...models }, locality, folder)}`);
  } finally {
    await models.close();
    await engine.close();
  }
};

const publishOne = async (deps: PublishDeps, locality: string, folder: string): Promise<string> => {
  try {
    const request = { locality, root: folder, by: 'admin', at: new Date(), reason: '随系统启动发布' };
    const { publication, isNew } = await publishLocality(deps, request);
    return `${locality}: ${isNew ? 'published' : 'unchanged'}, version ${publication.tag}`;
  } catch (error) {
    if (error instanceof NothingToPublishError) return error.message;
    throw new StartFault(`The procedure of ${locality} cannot be published: ${(error as Error).message}`, {
      cause: error,
    });
  }
};
