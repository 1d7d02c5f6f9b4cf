import type { Logger } from 'pino';

import type { Engine } from '../engine/engine.js';
import type { Identity } from '../models/identity.js';
import type { Models } from '../models/open-models.js';
import type { Localities } from '../procedures/localities.js';
import type { RenderNotice } from '../templates/render-notice.js';
import type { Render } from '../templates/render.js';

/** What every command receives; a command takes the part it names. */
export interface Deps {
  models: Models;
  engine: Engine;
  clock: { now(): Date };
  localities: Localities;
  render: Render;
  renderNotice: RenderNotice;
  identity: Identity;
  log: Logger;
}
