import { Type } from 'typebox';

const Text = Type.Optional(Type.String());

/**
 * All variables that a user task sees: the form that a process owner draws takes its initial values from any of them.
 * They hold no text of a person (docs/architecture.md, "Forms").
 */
export const TaskVariables = Type.Object(
  { caseNumber: Text, locality: Text, unitId: Text, orderId: Text },
  { additionalProperties: true },
);
