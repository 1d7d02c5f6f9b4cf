/** Stages a case (诉求件) passes through, in order (docs/architecture.md, "Collections"). */
export const STAGES = [
  'registered',
  'classified',
  'dispatched',
  'handling',
  'replied',
  'reviewed',
  'callback',
  'promised',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];
export const OPEN_STAGES: readonly Stage[] = STAGES.filter((stage) => stage !== 'closed');

/** Kinds of request: 诉求, 求助, 咨询, 建议, 投诉, 举报. A locality lists the ones it takes. */
export const KINDS = ['appeal', 'help', 'consultation', 'suggestion', 'complaint', 'report'] as const;
export type Kind = (typeof KINDS)[number];

/** Ways a report may go at intake: 受理, 直接答复, 紧急转接, 法定途径, 同一事项, 涉密, 非职责范围. */
export const BRANCHES = [
  'handle',
  'answer',
  'emergency',
  'legal-route',
  'same-matter',
  'secret',
  'outside-duty',
] as const;
export type Branch = (typeof BRANCHES)[number];

/** 一般, 紧急, 突发. */
export const URGENCIES = ['normal', 'urgent', 'emergency'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** How a case ends: 已解决, 已说明, 已答复, 已转送, 已并单, 无法联系, 升级后办结, 已撤诉; of a regular report 已印发, 未印发. */
export const OUTCOMES = [
  'solved',
  'explained',
  'answered',
  'referred',
  'merged',
  'unreachable',
  'escalated-closed',
  'withdrawn',
  'issued',
  'unissued',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** State of one demanded item (诉求事项) of a case. */
export const ITEM_STATES = ['open', 'answered', 'withdrawn'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** One thing the caller demands: a reply must answer each of them. */
export interface Item {
  readonly itemId: string;
  readonly text: string;
  readonly unitId?: string;
  readonly dueAt?: Date;
  readonly state: ItemState;
}

/**
 * Where a case may go from each stage. Backwards: a return (退单) sends it to be dispatched again, a refused
 * review back to the unit, an unsolved callback round again. What a unit only promised (列入计划) waits for its day and is then
 * dispatched again. A closed case only ever begins anew, when whoever reported it
 * says that it was not solved.
 */
const NEXT: Record<Stage, readonly Stage[]> = {
  registered: ['classified', 'closed'],
  classified: ['dispatched', 'callback', 'closed'],
  dispatched: ['handling', 'replied', 'classified', 'closed'],
  handling: ['replied', 'dispatched', 'closed'],
  replied: ['reviewed', 'handling', 'dispatched', 'closed'],
  reviewed: ['callback', 'handling', 'dispatched', 'closed'],
  callback: ['promised', 'closed', 'dispatched', 'handling'],
  promised: ['closed', 'dispatched'],
  closed: ['registered'],
};

/** Whether a case that stands at `from` may go to `to`. */
export function mayFollow(from: Stage, to: Stage): boolean {
  return NEXT[from].includes(to);
}

/** Stages from which a case may go to `to`: the guard of an update ("move on only if it stands here"). */
export function stagesBefore(to: Stage): readonly Stage[] {
  return STAGES.filter((from) => mayFollow(from, to));
}

/** Whether `stage` lies before `other` on the straight way from call to closing. */
export function isBefore(stage: Stage, other: Stage): boolean {
  return STAGES.indexOf(stage) < STAGES.indexOf(other);
}
