import type { ApiDeps } from '../deps.js';
import type { Metrics } from '../metrics.js';
import type { Handlers } from '../routing.js';
import type { Tokens } from '../session/tokens.js';
import { accountRoutes } from './account-routes.js';
import { boardRoutes } from './board-routes.js';
import { citizenRoutes } from './citizen-routes.js';
import { caseRoutes } from './case-routes.js';
import { draftRoutes } from './draft-routes.js';
import { figuresRoutes } from './figures-routes.js';
import { fileRoutes } from './file-routes.js';
import { incidentRoutes } from './incident-routes.js';
import { instanceRoutes } from './instance-routes.js';
import { intakeRoutes } from './intake-routes.js';
import { localityRoutes } from './locality-routes.js';
import { outlookRoutes } from './outlook-routes.js';
import { oidcRoutes } from './oidc-routes.js';
import { outboxRoutes } from './outbox-routes.js';
import { recordRoutes } from './record-routes.js';
import { reportRoutes } from './report-routes.js';
import { sessionRoutes } from './session-routes.js';
import { supervisionRoutes } from './supervision-routes.js';
import { systemRoutes } from './system-routes.js';
import { taskEventRoutes } from './task-event-routes.js';
import { taskListRoutes } from './task-list-routes.js';
import { taskRoutes } from './task-routes.js';
import { withdrawalRoutes } from './withdrawal-routes.js';

/** A handler for every operation of the contract: one that is missing does not compile. */
export const allRoutes = (deps: ApiDeps, { tokens, metrics }: { tokens: Tokens; metrics: Metrics }): Handlers => ({
  ...sessionRoutes(deps, tokens),
  ...oidcRoutes(deps, tokens),
  ...accountRoutes(deps),
  ...localityRoutes(deps),
  ...reportRoutes(deps, metrics),
  ...intakeRoutes(deps),
  ...draftRoutes(deps),
  ...caseRoutes(deps),
  ...fileRoutes(deps),
  ...citizenRoutes(deps),
  ...withdrawalRoutes(deps),
  ...recordRoutes(deps),
  ...outlookRoutes(deps),
  ...taskListRoutes(deps),
  ...taskEventRoutes(deps, tokens),
  ...taskRoutes(deps, metrics),
  ...instanceRoutes(deps),
  ...incidentRoutes(deps),
  ...boardRoutes(deps, tokens),
  ...figuresRoutes(deps),
  ...supervisionRoutes(deps),
  ...outboxRoutes(deps),
  ...systemRoutes(deps, metrics),
});
