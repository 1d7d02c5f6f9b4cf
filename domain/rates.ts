/** A rate with the numbers it was computed from; `value` is 0…1, or null when there is nothing to rate. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
}

/** What the rates need of an order that was dispatched to a unit. */
export interface RatedOrder {
  readonly signBy?: Date | undefined;
  readonly signedAt?: Date | undefined;
  readonly dueAt?: Date | undefined;
  readonly repliedAt?: Date | undefined;
}

/** What the rates need of the last callback of a case. */
export interface RatedCallback {
  readonly reached?: boolean | undefined;
  readonly solved?: boolean | undefined;
  readonly satisfied?: boolean | undefined;
}

/** Computed, never copied: 760 of 818 is 92.9 %, whatever a report prints (mission.md, helinger). */
export function rate(numerator: number, denominator: number): Rate {
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator) || numerator < 0 || numerator > denominator)
    throw new RangeError(`a rate needs whole numbers 0 ≤ numerator ≤ denominator, found ${numerator}/${denominator}`);

  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}

/** 响应率: orders signed by `signBy`, of those signed or whose time for signing is over. */
export function responseRate(orders: readonly RatedOrder[], now: Date): Rate {
  const judged = orders.filter(
    ({ signBy, signedAt }) => signedAt !== undefined || (signBy !== undefined && signBy < now),
  );

  return share(
    judged,
    ({ signBy, signedAt }) => signedAt !== undefined && (signBy === undefined || signedAt <= signBy),
  );
}

/** 按期办结率: orders replied to by `dueAt`, of those replied to or due before now. */
export function punctualityRate(orders: readonly RatedOrder[], now: Date): Rate {
  const judged = orders.filter(
    ({ dueAt, repliedAt }) => repliedAt !== undefined || (dueAt !== undefined && dueAt < now),
  );

  return share(
    judged,
    ({ dueAt, repliedAt }) => repliedAt !== undefined && (dueAt === undefined || repliedAt <= dueAt),
  );
}

/** 解决率: callers who say it is solved, of those reached. */
export function resolutionRate(callbacks: readonly RatedCallback[]): Rate {
  return share(
    callbacks.filter(({ reached }) => reached === true),
    ({ solved }) => solved === true,
  );
}

/** 满意率: callers who are satisfied, of those reached who said whether they are. */
export function satisfactionRate(callbacks: readonly RatedCallback[]): Rate {
  return share(
    callbacks.filter(({ reached, satisfied }) => reached === true && satisfied !== undefined),
    ({ satisfied }) => satisfied === true,
  );
}

/** 办结率: cases closed, of those registered. */
export function closingRate(cases: readonly { closedAt?: Date }[]): Rate {
  return share(cases, ({ closedAt }) => closedAt !== undefined);
}

function share<T>(all: readonly T[], isCounted: (one: T) => boolean): Rate {
  return rate(all.filter(isCounted).length, all.length);
}
