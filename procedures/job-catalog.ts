/** What a diagram may rely on when it names a job type: the variables it sets, the error codes it may throw. */
export interface JobType {
  readonly sets?: readonly string[];
  readonly throws?: readonly string[];
  /** A task listener, never a service task. */
  readonly listener?: true;
}

/**
 * All job types (docs/architecture.md, "Job types"). `tests/contracts` holds it to the files in `workers/`.
 * A diagram with another type would wait for ever.
 */
export const JOB_TYPES: Readonly<Record<string, JobType>> = {
  'take-case': {
    sets: [
      'center',
      'kind',
      'category',
      'channel',
      'lineId',
      'lineKind',
      'placeUnitId',
      'urgency',
      'confidential',
      'classified',
      'branch',
      'mergeInto',
      'articleId',
      'unitId',
      'round',
    ],
    throws: ['CASE_TAKEN'],
  },
  'classify-case': {},
  'find-owner': { sets: ['ownerId'] },
  'set-deadline': { sets: ['dueAt', 'warnAt', 'deadlineClass'], throws: ['CALENDAR_MISSING'] },
  'dispatch-order': {
    sets: ['orderId', 'signBy', 'contactBy', 'returnBy'],
    throws: ['UNIT_ABOLISHED', 'UNIT_UNKNOWN', 'CALENDAR_MISSING'],
  },
  'sign-order': { sets: ['signedLate'] },
  'record-contact': {},
  'record-reply': { throws: ['REPLY_INCOMPLETE'] },
  'review-reply': {},
  'withdraw-order': {},
  'return-order': { throws: ['RETURN_REFUSED'] },
  'decide-return': { sets: ['designated'] },
  'record-ownership': {},
  'extend-deadline': { sets: ['dueAt', 'warnAt'], throws: ['EXTENSION_REFUSED', 'CALENDAR_MISSING'] },
  'change-lamp': { sets: ['lamp'] },
  'issue-document': { sets: ['documentId'] },
  'send-notice': {},
  'record-supervision': {},
  'publish-message': {},
  'convene-meeting': { sets: ['meetingId'] },
  'record-meeting': { sets: ['decisions', 'attended', 'absentees'], throws: ['CALENDAR_MISSING'] },
  'split-case': { sets: ['items'], throws: ['NO_ITEMS'] },
  'register-like-cases': { sets: ['likeCaseNumbers'] },
  'record-callback': {},
  'choose-sample': { sets: ['sampled'] },
  'find-promise': { sets: ['promises'] },
  'record-promise': {},
  'record-answer': {},
  'merge-case': { throws: ['MERGE_REFUSED'] },
  'refer-accountability': { sets: ['referralId'] },
  'record-accountability': {},
  'open-assessment': { sets: ['assessed', 'locality', 'caseNumber', 'center', 'units', 'bottomUnits', 'bodies'] },
  'file-assessment': {},
  'close-case': { throws: ['CASE_OPEN_PARTS'] },
  'task-created': { listener: true },
  'task-assigned': { listener: true },
  'task-completed': { listener: true },
  'task-canceled': { listener: true },
};

/** Variables every instance starts with. */
export const START_VARIABLES: readonly string[] = ['caseNumber', 'locality'];
