import { withoutPersons } from '../../domain/privacy.js';
import type { FormData, OrderDocument, Submission } from '../../models/orders.js';
import type { StepDocument } from '../../models/steps.js';
import type { Locality } from '../../procedures/locality.js';
import type { GivenAnswer } from '../contract/progress.js';
import { moment } from './moment.js';

const results: Readonly<Record<string, string>> = {
  solved: '已解决',
  partly: '部分解决',
  planned: '已列入计划',
  explained: '已说明原因',
};

/** What was answered so far: by units, for all of them together (联合办理), and by the hotline itself. */
export interface GivenAnswers {
  readonly orders: readonly OrderDocument[];
  readonly summary: Submission | undefined;
  readonly steps: readonly StepDocument[];
}

/** Who reads them. */
export interface AnswerReader {
  readonly locality: Locality;
  /** Names that must not be shown. */
  readonly names: readonly string[];
  /** The reader reported the same matter in other words: the single demands are somebody else's. */
  readonly merged: boolean;
}

/** What whoever reported is told, newest first: replies that passed the review, one a unit, and the hotline's own answer. */
export function presentAnswers({ orders, summary, steps }: GivenAnswers, reader: AnswerReader): GivenAnswer[] {
  const unitName = (unitId: string) => reader.locality.network.find(unitId)?.name ?? null;
  const replies = newestOfUnits(orders).flatMap(({ unitId, reply }) =>
    reply === undefined ? [] : [replyWords(reply, unitName(unitId), reader)],
  );
  const own = steps.filter(({ act }) => act === 'record-answer').flatMap((step) => ownAnswer(step, reader));
  const whole = summary === undefined ? [] : [replyWords(summary, null, reader)];

  return [...whole, ...own, ...replies]
    .filter(({ text, items }) => text !== '' || items.length > 0)
    .sort((one, other) => other.at.localeCompare(one.at));
}

function newestOfUnits(orders: readonly OrderDocument[]): OrderDocument[] {
  const accepted = orders.filter(({ state }) => state === 'accepted');

  return [...new Map(accepted.map((order) => [order.unitId, order])).values()];
}

function replyWords({ data, at }: Submission, unit: string | null, reader: AnswerReader): GivenAnswer {
  const items = Array.isArray(data['itemReplies']) && !reader.merged ? (data['itemReplies'] as FormData[]) : [];

  return {
    unit,
    at: moment(at),
    result: resultWord(data['replyResult']),
    text: words(data['reply'], reader),
    promisedOn: typeof data['promisedOn'] === 'string' ? data['promisedOn'].slice(0, 10) : null,
    items: items.map(({ result, answer }, index) => ({
      number: index + 1,
      result: resultWord(result),
      text: words(answer, reader),
    })),
  };
}

/** A consultation that the hotline answered itself, from its articles. */
function ownAnswer({ at, data }: StepDocument, reader: AnswerReader): GivenAnswer[] {
  const article = reader.locality.articles.find(({ id }) => id === data['articleId']);
  const text = words(data['answer'] ?? article?.body, reader);

  return [{ unit: null, at: moment(at), result: null, text, promisedOn: null, items: [] }];
}

function resultWord(result: unknown): string | null {
  return typeof result === 'string' ? (results[result] ?? null) : null;
}

function words(text: unknown, { locality, names }: AnswerReader): string {
  if (typeof text !== 'string') return '';
  const keep = [locality.hotline.number, ...locality.lines.flatMap(({ number }) => number ?? [])];

  return withoutPersons(text, { names, keep });
}
