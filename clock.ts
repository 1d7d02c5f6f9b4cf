/** Where everything outside `domain/` takes the time from. */
export interface Clock {
  now(): Date;
}

/** A clock that can be stopped at a moment, together with the engine's (stories, tests). */
export interface PinnedClock extends Clock {
  /** Stands still at this moment until pinned anew or reset. Thrown RangeError when it is no date. */
  pin(moment: Date): void;
  /** Runs with real time again. */
  reset(): void;
}

export const systemClock: Clock = { now: () => new Date() };

/** Runs with real time until it is pinned. */
export const pinnedClock = (pinnedAt?: Date): PinnedClock => {
  let moment = pinnedAt && new Date(pinnedAt);

  return {
    now: () => new Date(moment ?? Date.now()),
    pin: (next) => {
      if (Number.isNaN(next.getTime())) throw new RangeError('A clock can only be pinned at a date');
      moment = new Date(next);
    },
    reset: () => {
      moment = undefined;
    },
  };
};
