import { randomUUID } from 'node:crypto';

import { ASSESSMENT_CHANNEL } from '../domain/assessment.js';
import { PERIODS, periodBefore, type Period, type PeriodLength } from '../domain/period.js';
import { bottomOf } from '../domain/ranking.js';
import type { Job } from '../engine/jobs.js';
import type { AssessmentDocument } from '../models/assessments.js';
import type { CaseDocument } from '../models/case-document.js';
import { isDuplicate } from '../models/collection.js';
import type { Locality } from '../procedures/locality.js';
import { labelled, linked, NO_STEP } from './append-step.js';
import { causeOf, type Cause } from './cause.js';
import { compileFigures } from './compile-figures.js';
import type { Deps } from './deps.js';
import { definitionOf } from './take-case.js';
import { nextCaseNumber } from './register-case.js';
import { WrongInputError } from './wrong-input-error.js';

/** From the diagram's headers: what the report is called, over which period. */
export interface AssessmentHeaders {
  /** E.g. `月通报`; the period's name comes before it. */
  title: string;
  /** `week`, `month` or `quarter`: the last whole one. */
  period: string;
}

export interface Opened {
  /** False when there is nothing to report, or another instance reports it: all else is empty then. */
  assessed: boolean;
  locality: string;
  caseNumber: string | null;
  center: string;
  /** Assessed units that had an order, best first. */
  units: string[];
  bottomUnits: string[];
  /** Bodies that the locality hands its assessment to. */
  bodies: string[];
}

type Needs = Pick<Deps, 'models' | 'clock' | 'log' | 'localities' | 'identity'>;

/**
 * Begins a regular report (考核通报): keeps the figures of the last whole period, and a case of its own that carries the report's
 * documents, tasks and steps. Once for each process and period, however often a timer fires.
 * Thrown WrongInputError when the diagram names no period, or its id no locality.
 */
export const openAssessment = (deps: Needs) => {
  const compile = compileFigures(deps);

  return async (headers: AssessmentHeaders, job: Job): Promise<Opened> => {
    const locality = ownerOf(job, deps.localities.all());
    const { id, center, timeZone } = locality;
    const length = lengthOf(headers.period);
    const period = periodBefore(length, deps.clock.now(), timeZone);
    const begun = { locality: id, center };
    const nothing = { ...begun, assessed: false, caseNumber: null, units: [], bottomUnits: [], bodies: [] };
    const figures = await compile(locality, period);
    if (figures.registered === 0) return nothing;
    const found = await caseOf(deps, locality, { period, title: headers.title, job });
    if (found.processInstanceKey !== job.processInstanceKey) return nothing;
    const earlier = await compile(locality, periodBefore(length, period.from, timeZone));
    const kept = await keep(deps, {
      _id: found._id,
      locality: id,
      period,
      figures,
      before: earlier.by.category,
      bottom: bottomOf(figures.units, locality.assessment.bottom ?? 0),
      at: deps.clock.now(),
    });

    return {
      ...begun,
      assessed: true,
      caseNumber: found._id,
      units: kept.figures.units.map(({ unitId }) => unitId),
      bottomUnits: [...kept.bottom],
      bodies: locality.assessment.bodies ?? [],
    };
  };
};

/** A process that a timer begins is told nothing: its id begins with the locality that it is of, `baicheng-monthly-report`. */
function ownerOf({ processDefinitionId }: Job, localities: readonly Locality[]): Locality {
  const owners = localities.filter(({ id }) => processDefinitionId.startsWith(`${id}-`));
  const [owner] = owners.sort((one, other) => other.id.length - one.id.length);
  if (owner === undefined)
    throw new WrongInputError(
      `流程编号 ${processDefinitionId} 应以所属地方的文件夹名开头，如 ${localities[0]?.id ?? 'x'}-…`,
    );

  return owner;
}

function lengthOf(period: string): PeriodLength {
  const length = PERIODS.find((one) => one === period);
  if (length === undefined)
    throw new WrongInputError(`环节属性 period 写的是“${period}”，只能是 ${PERIODS.join('、')} 之一`);

  return length;
}

/** The figures as they were first kept: a job that comes again reports the same. */
async function keep({ models }: Needs, assessment: AssessmentDocument): Promise<AssessmentDocument> {
  if (await models.assessments.insert(assessment)) return assessment;

  return (await models.assessments.find(assessment._id)) ?? assessment;
}

interface Carried {
  period: Period;
  title: string;
  job: Job;
}

/** The case that carries the report of this process and period: a new one, or the one that is there. */
async function caseOf(deps: Needs, locality: Locality, carried: Carried): Promise<CaseDocument> {
  const { models, identity, clock } = deps;
  const requestHash = identity.requestHash(
    ['assessment', carried.job.processDefinitionId, carried.period.from.toISOString()].join('\n'),
  );
  const there = async () => {
    const caseNumber = await models.cases.numberOfRequest(requestHash);

    return caseNumber === undefined ? null : models.cases.find(caseNumber);
  };
  const before = await there();
  if (before !== null) return before;
  const caseNumber = await nextCaseNumber(deps, locality, clock.now());
  const cause = causeOf(carried.job);
  const element = await labelled(models, cause.element);
  const document = {
    ...newCase(deps, locality, caseNumber, { ...carried, cause: { ...cause, element } }),
    requestHash,
  };
  try {
    await models.cases.insert(document);

    return document;
  } catch (error) {
    const other = isDuplicate(error) ? await there() : null;
    if (other === null) throw error;

    return other;
  }
}

function newCase(
  { clock, identity }: Needs,
  { id, center, name }: Locality,
  caseNumber: string,
  { period, title, job, cause }: Carried & { cause: Cause },
): CaseDocument {
  const now = clock.now();
  const act = { caseNumber, cause, act: 'open-assessment', data: { period: period.name } };

  return {
    _id: caseNumber,
    locality: id,
    stage: 'registered',
    channel: ASSESSMENT_CHANNEL,
    title: `${period.name}${title}`,
    text: `${name}${period.name}登记的诉求件办理情况，由系统按办理记录统计。`,
    items: [],
    caller: { masked: {} },
    confidential: false,
    codeHash: identity.codeHash(caseNumber, randomUUID()),
    registeredAt: now,
    registeredBy: { name: '系统', unitId: center },
    responsible: [],
    parties: [center],
    processInstanceKey: job.processInstanceKey,
    definition: definitionOf(job),
    round: 1,
    callers: [],
    opening: linked(NO_STEP, act, cause.element, now),
    unsent: [],
    applied: [],
  };
}
