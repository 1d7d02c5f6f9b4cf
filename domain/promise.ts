import type { OrderRole } from './order.js';

/** What a reply says about when it will be done. */
export type Told = Readonly<Record<string, unknown>>;

/** A reply that was accepted: whose, and what it says. */
export interface AcceptedReply {
  readonly unitId: string;
  readonly role: OrderRole;
  readonly itemId?: string | undefined;
  readonly data: Told;
  readonly at: Date;
}

/** A unit promised (列入计划) to have it done on a day, `YYYY-MM-DD`. */
export interface Promised {
  readonly unitId: string;
  readonly role: OrderRole;
  readonly itemId?: string | undefined;
  readonly day: string;
}

/** The day that a reply promises, undefined where it promises none. */
export function promisedDay({ replyResult, promisedOn }: Told): string | undefined {
  return replyResult === 'planned' && typeof promisedOn === 'string' ? promisedOn.slice(0, 10) : undefined;
}

/**
 * What was promised in the latest round: the caller was asked after each round, so replies from before the last question but the
 * one that followed the newest reply are of an earlier round.
 */
export function openPromises(replies: readonly AcceptedReply[], asked: readonly Date[]): Promised[] {
  const newest = Math.max(...replies.map(({ at }) => at.getTime()));
  const since = Math.max(0, ...asked.map((at) => at.getTime()).filter((at) => at < newest));

  return replies
    .filter(({ at }) => at.getTime() > since)
    .flatMap(({ unitId, role, itemId, data }) => {
      const day = promisedDay(data);

      return day === undefined ? [] : [{ unitId, role, itemId, day }];
    });
}

/** What is wrong with the promise of a reply that is given `today` (`YYYY-MM-DD`), in words for the unit. */
export function promiseFaults(data: Told, today: string): string[] {
  const planned = data['replyResult'] === 'planned';
  const day = promisedDay(data);
  const items = Array.isArray(data['itemReplies']) ? (data['itemReplies'] as Told[]) : [];
  const faults: string[] = [];
  if (planned && day === undefined) faults.push('列入计划的，要写明计划完成日期');
  if (day !== undefined && day < today) faults.push(`计划完成日期 ${day} 早于今天 ${today}`);
  if (!planned && items.some(({ result }) => result === 'planned'))
    faults.push('有事项列入计划的，办理结果要选“列入计划”，并写明计划完成日期');

  return faults;
}
