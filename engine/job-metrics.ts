/** What became of a job in this process. */
export type JobOutcome =
  /** done, and the engine took the answer */
  | 'completed'
  /** the handler refused with a DomainError: a BPMN error was thrown */
  | 'refused'
  /** trouble: comes again after a while */
  | 'failed'
  /** wrong input, or trouble for the last time: a supervisor sees it */
  | 'incident'
  /** done here, but the engine knew the job no more */
  | 'gone'
  /** done here, but the engine could not be told: it gives the job out again */
  | 'unanswered'
  /** not started: it waited here for so long that the engine gives it to somebody else */
  | 'expired'
  /** given back unstarted because the process stops */
  | 'handed-back';

/** Counts of one job type since the process started; `millis` is the time spent in handlers. */
export interface JobCounts {
  type: string;
  activated: number;
  running: number;
  waiting: number;
  pollFailures: number;
  pollerRestarts: number;
  handled: number;
  millis: number;
  outcomes: Record<JobOutcome, number>;
}

export function noCounts(type: string): JobCounts {
  return {
    type,
    activated: 0,
    running: 0,
    waiting: 0,
    pollFailures: 0,
    pollerRestarts: 0,
    handled: 0,
    millis: 0,
    outcomes: {
      completed: 0,
      refused: 0,
      failed: 0,
      incident: 0,
      gone: 0,
      unanswered: 0,
      expired: 0,
      'handed-back': 0,
    },
  };
}
