import { boardOperations } from './operations/board.js';
import { caseOperations } from './operations/cases.js';
import { fileOperations } from './operations/files.js';
import { citizenOperations } from './operations/citizens.js';
import { outlookOperations } from './operations/outlook.js';
import { intakeOperations } from './operations/intake.js';
import { localityOperations } from './operations/localities.js';
import { systemOperations } from './operations/system.js';
import { supervisionOperations } from './operations/supervision.js';
import { sessionOperations } from './operations/session.js';
import { taskOperations } from './operations/tasks.js';

/** Every route of the API by its name (operationId). */
export const operations = {
  ...sessionOperations,
  ...localityOperations,
  ...caseOperations,
  ...fileOperations,
  ...citizenOperations,
  ...outlookOperations,
  ...intakeOperations,
  ...taskOperations,
  ...supervisionOperations,
  ...boardOperations,
  ...systemOperations,
};
