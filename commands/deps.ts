import type { Logger } from 'pino';

import type { Engine } from '../engine/engine.js';
import type { Identity } from '../models/identity.js';
import type { Models } from '../models/open-models.js';
import type { Locality } from '../procedures/locality.js';
import type { Render } from '../templates/render.js';

/** What every command receives; a command takes the part it names. */
export interface Deps {
  models: Models;
  engine: Engine;
  clock: { now(): Date };
  /** The localities this system runs, by id. */
  localities: ReadonlyMap<string, Locality>;
  render: Render;
  identity: Identity;
  log: Logger;
}
