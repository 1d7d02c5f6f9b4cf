import { RATE_NAMES, type Count, type RateName, type Rates } from '../domain/figures.js';
import type { Rate } from '../domain/rates.js';
import type { AssessmentDocument } from '../models/assessments.js';
import type { TaskDocument } from '../models/tasks.js';
import { nameIn, type Locality } from '../procedures/locality.js';

/** Form in which a department reports to the centre (定期报告). */
const DEPARTMENT_REPORT = 'department-report';
/** Values of a count that a report names. */
const NAMED = 5;

const RATE_WORDS: Record<RateName, string> = {
  response: '响应率',
  punctuality: '按期办结率',
  resolution: '解决率',
  satisfaction: '满意率',
};

interface Sources {
  assessment: AssessmentDocument;
  locality: Locality;
  tasks: readonly TaskDocument[];
}

/** What a regular report says: names for ids, rates with what they were computed from. */
export function assessmentData({ assessment, locality, tasks }: Sources): Record<string, unknown> {
  const { period, figures, before, bottom } = assessment;
  const names = RATE_NAMES.filter((name) => locality.assessment.rates.includes(name));
  const categoryName = nameIn(locality.categories);
  const unitName = (unitId: string) => locality.network.find(unitId)?.name ?? unitId;

  return {
    period: period.name,
    registered: figures.registered,
    closed: figures.closed,
    closedShare: percent(figures.closed / figures.registered),
    late: figures.late,
    rateNames: names.map((name) => RATE_WORDS[name]),
    rates: names.map((name) => ({
      ...rateData(name, figures.rates),
      ...targetData(figures.rates[name], locality.assessment.targets?.[name]),
    })),
    units: figures.units.map(({ unitId, orders, rates, score, rank }) => ({
      rank,
      unit: unitName(unitId),
      orders,
      rates: names.map((name) => rateData(name, rates)),
      score: score === null ? undefined : percent(score),
    })),
    topics: mostOf(figures.by.category, categoryName).map((topic) => ({ ...topic, change: changeOf(topic, before) })),
    places: mostOf(figures.by.place, unitName),
    channels: mostOf(figures.by.channel, nameIn(locality.channels)),
    rungs: figures.by.rung,
    factors: figures.factors.map(({ id, average, answers }) => ({
      name: nameIn(locality.assessment.factors)(id),
      average: average.toFixed(1),
      answers,
    })),
    bottom: bottom.map(unitName).join('、'),
    reports: reportsData(tasks, unitName),
  };
}

function rateData(name: RateName, rates: Rates) {
  const { numerator, denominator, value } = rates[name];

  return {
    name: RATE_WORDS[name],
    of: `${numerator}/${denominator}`,
    percent: value === null ? undefined : percent(value),
  };
}

function targetData({ value }: Rate, target: number | undefined) {
  return {
    target: target === undefined ? undefined : percent(target),
    missed: target !== undefined && value !== null && value < target,
  };
}

/** `92.9%`, `99.73%`: never rounded up, so that a target that was missed does not read as reached. */
const percent = (share: number): string => `${Math.floor(share * 10_000 + 1e-6) / 100}%`;

const mostOf = (counts: readonly Count[], nameOf: (id: string) => string) =>
  counts.slice(0, NAMED).map(({ id, count }) => ({ id, name: nameOf(id), count }));

/** `比上期多 3 件`. */
function changeOf({ id, count }: Count, before: readonly Count[]): string {
  const change = count - (before.find((one) => one.id === id)?.count ?? 0);

  return change === 0 ? '与上期持平' : `比上期${change > 0 ? '多' : '少'} ${Math.abs(change)} 件`;
}

/** What each department wrote; one that was asked and did not answer is named without a report. */
function reportsData(tasks: readonly TaskDocument[], unitName: (unitId: string) => string) {
  return tasks
    .filter(({ formId, unitId }) => formId === DEPARTMENT_REPORT && unitId !== undefined)
    .map(({ unitId = '', submission }) => ({
      unit: unitName(unitId),
      report: submission?.data['unitReport'],
      problems: submission?.data['unitProblems'],
    }));
}
