const freeTries = 5;
const longestWaitMillis = 5 * 60_000;
const mostAccounts = 10_000;

/** Makes tries at one account slower after each failure, whether the account exists or not. */
export interface BackOff {
  /** Seconds until the next try is looked at; 0 when it is welcome. */
  waitSeconds(userId: string): number;
  failed(userId: string): void;
  succeeded(userId: string): void;
}

interface Failures {
  count: number;
  until: number;
}

/** Five tries are free, then 1, 2, 4 … seconds, 5 minutes at most. Kept in memory: a restart forgives. */
export function createBackOff(now: () => number = Date.now): BackOff {
  const failures = new Map<string, Failures>();

  return {
    waitSeconds: (userId) => Math.max(0, Math.ceil(((failures.get(userId)?.until ?? 0) - now()) / 1000)),
    failed(userId) {
      const count = (failures.get(userId)?.count ?? 0) + 1;
      const wait = count < freeTries ? 0 : Math.min(1000 * 2 ** (count - freeTries), longestWaitMillis);
      failures.delete(userId);
      failures.set(userId, { count, until: now() + wait });
      const oldest = failures.keys().next().value;
      if (failures.size > mostAccounts && oldest !== undefined) failures.delete(oldest);
    },
    succeeded: (userId) => void failures.delete(userId),
  };
}
