import { Type, type Static } from 'typebox';

import { CaseNumber, EngineKey, Fields, Moment, Nullable } from './fields.js';
import { Lamp, Role, Stage } from './words.js';

const Following = Fields({
  label: Type.String({ description: 'label on the diagram' }),
  when: Nullable(Type.String({ description: 'the answers that lead there, e.g. `是否同意：同意`' })),
});

/** One thing that somebody has to do now: who, until when, and what comes after it. */
export const OpenTask = Fields({
  taskKey: EngineKey,
  name: Type.String(),
  unitId: Nullable(Type.String({ description: 'unit whose post it is for' })),
  roles: Type.Array(Role),
  claimed: Type.Boolean(),
  dueAt: Nullable(Moment),
  lamp: Nullable(Lamp),
  mine: Type.Boolean({ description: 'offered or given to the reader' }),
  following: Type.Array(Following, { description: 'next on the same diagram' }),
  afterwards: Type.Array(Following, { description: 'then on the diagram that called it' }),
});

/** Where a case stands and what comes next, in the words of its own version of the diagrams. */
export const Outlook = Fields({
  closed: Type.Boolean(),
  tasks: Type.Array(OpenTask),
  waiting: Type.Array(Type.String(), { description: 'labels of what the procedure waits for when nobody has to act' }),
});
export type Outlook = Static<typeof Outlook>;

/** Another case that has to do with this one; only those that the reader may open. */
export const RelatedCase = Fields({
  caseNumber: CaseNumber,
  title: Type.String(),
  stage: Stage,
  relation: Type.Enum(['merged-into', 'merged', 'like-of', 'like', 'origin']),
});
export type RelatedCase = Static<typeof RelatedCase>;
