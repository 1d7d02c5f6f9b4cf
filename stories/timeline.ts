import type { Said } from '../api/presenters/label-form.js';
import { saidIn } from '../api/presenters/said-in.js';
import { localTime } from '../domain/local-time.js';
import type { Models } from '../models/open-models.js';
import type { Locality } from '../procedures/locality.js';
import { actWord, isInnerAct } from '../web/texts/act-words.js';
import { detailOf } from './step-detail.js';

/** One line of a story's course. */
export interface TimelineEntry {
  /** Local time, `2019-12-21 09:02:00`. */
  readonly at: string;
  readonly caseNumber: string;
  readonly who: string;
  /** The diagram's own label, else the act. */
  readonly what: string;
  readonly act: string;
  /** What it was about or what was said, in words. */
  readonly detail: string;
  /** How the machine went on, or that it noted what the line before says: left out where people read. */
  readonly inner: boolean;
}

/** The course of a story's cases by the record, in the order of time. */
export async function timelineOf(
  caseNumbers: readonly string[],
  models: Models,
  locality: Locality,
): Promise<TimelineEntry[]> {
  const steps = (await Promise.all(caseNumbers.map((number) => models.steps.ofCase(number)))).flat();
  const documents = (await Promise.all(caseNumbers.map((number) => models.documents.ofCase(number)))).flat();
  const names = { locality, documents: new Map(documents.map((document) => [document._id, document])) };
  const entries = steps.map(async (step): Promise<TimelineEntry> => {
    const detail = detailOf(step, names) || inOneLine(await saidIn(step, models, locality));

    return {
      at: localTime(step.at, locality.timeZone),
      caseNumber: step.caseNumber,
      who: step.by.name,
      what: step.element?.label ?? actWord(step.act),
      act: step.act,
      detail,
      inner: isInnerAct(step.act) || (NOTING.has(step.act) && step.by.userId !== undefined && detail === ''),
    };
  });

  return (await Promise.all(entries)).sort((one, other) => one.at.localeCompare(other.at));
}

/** Acts by which the system notes what a person just handed in; by themselves they say something only when late. */
const NOTING = new Set([
  ...['classify-case', 'sign-order', 'record-contact', 'record-reply', 'review-reply', 'return-order'],
  ...['record-callback', 'record-answer', 'record-accountability'],
]);

/** Values speak for themselves, but for a number, a yes or a no; files are known by their keys only. */
const inOneLine = (said: readonly Said[]): string =>
  said
    .filter(({ value }) => !FILE.test(value))
    .map(({ label, value }) => (BARE.test(value) ? `${label.replace(/^是否|[？?]$/g, '')}：${value}` : value))
    .join(' · ')
    .replaceAll('\n', ' | ');

const FILE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const BARE = /^(是|否|\d+)$/;
