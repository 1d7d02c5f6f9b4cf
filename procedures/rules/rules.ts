import { boundReferences } from './bound-references.js';
import { caughtErrors } from './caught-errors.js';
import { caughtEscalations } from './caught-escalations.js';
import { chineseLabels } from './chinese-labels.js';
import { clearLines } from './clear-lines.js';
import { completeMessages } from './complete-messages.js';
import { completeTables } from './complete-tables.js';
import { completeUserTasks } from './complete-user-tasks.js';
import { drawnElements } from './drawn-elements.js';
import { knownChoices } from './known-choices.js';
import { knownJobTypes } from './known-job-types.js';
import { knownVariables } from './known-variables.js';
import { noScripts } from './no-scripts.js';
import { ownStarts } from './own-starts.js';
import { plainIds } from './plain-ids.js';
import { readableFiles } from './readable-files.js';
import type { Rule } from './rule.js';
import { shownComponents } from './shown-components.js';
import { timedTimers } from './timed-timers.js';

/** Every rule of our own that a procedure is checked by. */
export const RULES: readonly Rule[] = [
  readableFiles,
  knownJobTypes,
  completeUserTasks,
  caughtErrors,
  caughtEscalations,
  boundReferences,
  completeMessages,
  knownVariables,
  knownChoices,
  shownComponents,
  timedTimers,
  ownStarts,
  plainIds,
  chineseLabels,
  noScripts,
  completeTables,
  drawnElements,
  clearLines,
];
