import { join } from 'node:path';
import type { Logger } from 'pino';
import { systemClock } from './clock.js';
import type { Deps } from './commands/deps.js';
import type { Config } from './config.js';
import { connectEngine } from './engine/connect.js';
import { openIdentity } from './models/identity.js';
import { openModels } from './models/open-models.js';
import { loadLocalities } from './procedures/localities.js';
import { openNotices } from './templates/render-notice.js';
import { openTemplates } from './templates/render.js';

const root = import.meta.dirname;

/** What every process of a running system works with. Thrown when the database does not answer in time. */
export async function openDeps(config: Config, log: Logger): Promise<Deps> {
  const templates = join(root, 'templates');

  return {
    models: await openModels(config.mongodbUri),
    engine: connectEngine(config.engine, log),
    clock: systemClock,
    localities: loadLocalities(join(root, 'bpmn')),
    render: openTemplates(templates),
    renderNotice: openNotices(templates),
    identity: openIdentity(config.identityKey),
    log,
  };
}
