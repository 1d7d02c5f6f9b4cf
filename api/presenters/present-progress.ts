import { lastDay, reopenRefusal, type ReopenRules } from '../../domain/reopen.js';
import { refusalWords, reopenRules } from '../../commands/reopen-case.js';
import type { CallbackDocument } from '../../models/callbacks.js';
import type { CaseDocument } from '../../models/cases.js';
import type { Decision } from '../../models/tasks.js';
import type { StepDocument } from '../../models/steps.js';
import type { Locality } from '../../procedures/locality.js';
import type { Progress, RatingQuestion } from '../contract/progress.js';
import { momentOrNull, moment } from './moment.js';
import { presentAnswers, type GivenAnswers } from './present-answers.js';
import { presentTimeline } from './present-timeline.js';
import { progressWords } from './progress-words.js';

/** All that is read of a case to tell whoever reported how far it is. */
export interface CaseProgress extends Omit<GivenAnswers, 'steps'> {
  /** The case as it was reported. */
  readonly own: CaseDocument;
  /** The case that is handled: another one where the report was merged. */
  readonly found: CaseDocument;
  readonly steps: readonly StepDocument[];
  readonly decisions: readonly Decision[];
  /** Questions of the rating, where it may be rated now, and the rating of this round. */
  readonly questions: RatingQuestion[] | undefined;
  readonly rating: CallbackDocument | null;
  /** Names of whoever reported, not to be shown. */
  readonly names: readonly string[];
}

/** Where a case stands, in plain words and with nothing personal in it. */
export function presentProgress(read: CaseProgress, locality: Locality, now: Date): Progress {
  const { own, found, steps } = read;
  const unitName = (unitId: string) => locality.network.find(unitId)?.name;
  const holder = found.holder === undefined ? undefined : unitName(found.holder.unitId);
  const reopen = presentReopen(found, locality, now);
  const merged = own._id !== found._id;

  return {
    caseNumber: own._id,
    locality: locality.id,
    localityName: locality.name,
    hotline: locality.hotline.number,
    stage: found.stage,
    ...progressWords(found, { holder: holder ?? '承办单位', mayReopen: reopen.allowed }),
    holder: holder ?? null,
    dueAt: momentOrNull(found.dueAt),
    overdue: found.stage !== 'closed' && found.dueAt !== undefined && found.dueAt < now,
    why: presentWhy(found, read.decisions),
    registeredAt: moment(own.registeredAt),
    closedAt: momentOrNull(found.closedAt),
    outcome: found.outcome ?? null,
    round: found.round,
    merged,
    answers: mayTell(found) ? presentAnswers(read, { locality, names: read.names, merged }) : [],
    rating: presentRating(read),
    reopen,
    mayWithdraw: !merged && found.stage !== 'closed' && found.withdrawal === undefined && found.callers.length === 0,
    timeline: presentTimeline(steps, own._id, unitName),
  };
}

/** Replies are told once they have passed the review; after a reopening the earlier ones stay to be read. */
function mayTell({ stage, reopenings }: CaseDocument): boolean {
  return ['reviewed', 'callback', 'promised', 'closed'].includes(stage) || reopenings !== undefined;
}

/**
 * The reason of the routing table, where the case lies with the unit that the table proposed: what a person decided otherwise is not
 * the table's reason.
 */
function presentWhy({ holder, stage }: CaseDocument, decisions: readonly Decision[]): Progress['why'] {
  const routed = decisions.filter(({ variables }) => typeof variables['routeReason'] === 'string');
  const proposal = routed.find(({ formId }) => formId === 'dispatch') ?? routed.at(-1);
  const applies = holder !== undefined && proposal?.variables['unitId'] === holder.unitId;
  const timed = decisions.find(({ variables }) => typeof variables['deadlineClass'] === 'string');

  return {
    unit: applies ? textOf(proposal, 'routeReason') : null,
    legalBasis: applies ? textOf(proposal, 'legalBasis') : null,
    // A promised day is the unit's own word, no class of the table.
    deadline: stage === 'promised' ? null : textOf(timed, 'deadlineClass'),
  };
}

function textOf(decision: Decision | undefined, name: string): string | null {
  const value = decision?.variables[name];

  return typeof value === 'string' && value !== '' ? value : null;
}

function presentRating({ questions, rating }: CaseProgress): Progress['rating'] {
  if (questions === undefined) return null;

  return { questions, given: rating?.answers ?? null, givenAt: momentOrNull(rating?.at) };
}

function presentReopen(found: CaseDocument, locality: Locality, now: Date): Progress['reopen'] {
  const rules: ReopenRules = reopenRules(locality);
  const refusal = reopenRefusal(found, rules, { now, timeZone: locality.timeZone });

  return {
    allowed: refusal === undefined,
    until: found.closedAt === undefined ? null : lastDay(found.closedAt, rules.days, locality.timeZone),
    timesLeft: Math.max(0, rules.times - (found.reopenings?.length ?? 0)),
    why: refusal === undefined ? null : refusalWords(refusal, locality),
  };
}
