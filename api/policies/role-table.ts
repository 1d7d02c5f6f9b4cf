import type { Role } from '../../domain/unit.js';

/** What people do here. */
export const ACTIONS = [
  'register-case',
  'report-case',
  'read-case',
  'read-confidential-case',
  'see-caller',
  'read-views',
  'withdraw-case',
  'rate-case',
  'reopen-case',
  'recall-order',
  'disclose-attachment',
  'read-task',
  'work-on-task',
  'reassign-task',
  'read-instance',
  'retry-incident',
  'watch-board',
  'read-figures',
  'search-knowledge',
  'manage-users',
  'read-outbox',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * How far a right reaches: `own` what the person made or holds · `unit` what their own unit has a part in · `subtree` what
 * their unit or one below it has a part in · `locality` all of their locality · `realm` their locality, or every one for
 * people who belong to none.
 */
export const SCOPES = ['own', 'unit', 'subtree', 'locality', 'realm'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who may do what how far. What does not stand here is refused. */
export const ROLE_TABLE: Readonly<Record<Role, Readonly<Partial<Record<Action, Scope>>>>> = {
  citizen: {
    'report-case': 'locality',
    'read-case': 'own',
    'read-confidential-case': 'own',
    'withdraw-case': 'own',
    'rate-case': 'own',
    'reopen-case': 'own',
  },
  agent: {
    'register-case': 'locality',
    'read-case': 'locality',
    'read-confidential-case': 'unit',
    'see-caller': 'locality',
    'withdraw-case': 'unit',
    'reopen-case': 'unit',
    'recall-order': 'unit',
    'disclose-attachment': 'unit',
    'read-task': 'unit',
    'work-on-task': 'unit',
    'read-instance': 'locality',
    'search-knowledge': 'locality',
  },
  clerk: {
    'read-case': 'unit',
    'read-confidential-case': 'unit',
    'see-caller': 'unit',
    'read-task': 'unit',
    'work-on-task': 'unit',
    'read-instance': 'unit',
    'search-knowledge': 'locality',
  },
  deputy: {
    'read-case': 'subtree',
    'read-confidential-case': 'unit',
    'see-caller': 'unit',
    'read-task': 'subtree',
    'work-on-task': 'unit',
    'reassign-task': 'unit',
    'read-instance': 'subtree',
    'search-knowledge': 'locality',
  },
  leader: {
    'read-case': 'subtree',
    'read-confidential-case': 'unit',
    'read-task': 'subtree',
    'work-on-task': 'unit',
    'read-instance': 'subtree',
    'read-figures': 'subtree',
    'search-knowledge': 'locality',
  },
  callback: {
    'read-case': 'locality',
    'reopen-case': 'unit',
    'read-confidential-case': 'unit',
    'see-caller': 'locality',
    'read-task': 'unit',
    'work-on-task': 'unit',
    'read-instance': 'locality',
    'search-knowledge': 'locality',
  },
  supervisor: {
    'register-case': 'locality',
    'read-case': 'locality',
    'read-confidential-case': 'unit',
    'see-caller': 'locality',
    'read-views': 'locality',
    'withdraw-case': 'unit',
    'reopen-case': 'unit',
    'recall-order': 'unit',
    'disclose-attachment': 'unit',
    'read-task': 'locality',
    'work-on-task': 'unit',
    'reassign-task': 'locality',
    'read-instance': 'locality',
    'retry-incident': 'locality',
    'watch-board': 'locality',
    'read-figures': 'locality',
    'search-knowledge': 'locality',
    'read-outbox': 'locality',
  },
  'process-owner': {
    'read-case': 'locality',
    'read-task': 'locality',
    'read-instance': 'locality',
    'retry-incident': 'locality',
    'watch-board': 'locality',
    'read-figures': 'locality',
    'search-knowledge': 'locality',
  },
  policy: {
    'read-case': 'locality',
    'read-task': 'locality',
    'work-on-task': 'unit',
    'read-instance': 'locality',
    'watch-board': 'locality',
    'read-figures': 'locality',
    'search-knowledge': 'locality',
  },
  admin: { 'manage-users': 'realm', 'read-outbox': 'realm' },
};
