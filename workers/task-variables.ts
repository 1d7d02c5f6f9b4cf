import { Type } from 'typebox';

const Text = Type.Optional(Type.String());
const Any = Type.Optional(Type.Unknown());

/**
 * Process variables that a user task's row keeps (docs/architecture.md, "Process variables"): whose task it is, and the initial
 * values of its form. A task listener fetches these and no others.
 */
export const TaskVariables = Type.Object({
  caseNumber: Text,
  locality: Text,
  unitId: Text,
  orderId: Text,
  ...Object.fromEntries(
    [
      ...['center', 'kind', 'category', 'channel', 'lineId', 'placeUnitId', 'urgency', 'confidential', 'classified'],
      ...['branch', 'role', 'itemId', 'limits', 'deadlineClass', 'signBy', 'contactBy', 'dueAt', 'warnAt', 'lamp'],
      ...['round', 'attempt', 'sampled', 'outcome', 'articleId', 'mergeInto', 'ownerId', 'supportUnits', 'items'],
      ...['leaderId', 'meetingId', 'attendees', 'decisionId', 'index', 'rung', 'returnReason', 'returnDecision'],
      ...['extensionLimit', 'extensionCap', 'designated', 'signedLate', 'accepted', 'bodies', 'referralId'],
    ].map((name) => [name, Any]),
  ),
});
