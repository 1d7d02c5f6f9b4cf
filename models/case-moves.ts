import type { Model } from 'mongoose';

import { stagesBefore, type Stage } from '../domain/case.js';
import type { Attachment, CaseChange, CaseDocument, Disclosure, Reopening } from './case-document.js';
import { changeOne } from './change-one.js';
import { newestOf, readRows } from './read-list.js';
import type { TaskMoves } from './task-moves.js';
import { wordsOf } from './words.js';

/** A move keeps this many causes: far more than jobs of one case that can come again at a time. */
const KEPT_CAUSES = 64;

/** How a case is to be moved: to which stage, if any, and what else changes. */
export interface CaseMove {
  to?: Stage | undefined;
  set?: CaseChange | undefined;
  /** Units that have a part in handling the case from now on. */
  parties?: readonly string[] | undefined;
  /** Units that only answer for it (包保): parties that do not learn who reported. */
  answering?: readonly string[] | undefined;
  /** Somebody else who reported the same and is told the result; each case joins once. */
  joins?: CaseDocument['callers'][number] | undefined;
  /** Fields that hold no longer. */
  unset?: readonly (keyof CaseChange)[] | undefined;
  /** Begins the case anew; kept with it. */
  reopening?: Reopening | undefined;
  /** A message to the engine, kept with the case until it is sent. */
  unsent?: CaseDocument['unsent'][number] | undefined;
  /** Further conditions on the case as it stands, e.g. that nobody else's instance holds it. */
  when?: Record<string, unknown> | undefined;
}

/** Writing cases: each a single-document act that may be repeated. */
export const caseMoves = (model: Model<CaseDocument>, tasks: Pick<TaskMoves, 'setStage'>) => ({
  /** The one write of registering. Thrown MongoServerError 11000 when the number is taken, or the request has its case. */
  insert: async (document: CaseDocument): Promise<void> => {
    await model.create([{ ...document, words: wordsOf(document.title) }]);
  },
  /**
   * Moves the case on if it stands where the move may start, once per cause, and tells its open tasks its stage: again when it
   * is repeated, so that a crash between the two writes is repaired.
   * Answers the case as it now is, or null when it stands elsewhere or this cause moved it before.
   */
  move: async (caseNumber: string, cause: string, move: CaseMove): Promise<CaseDocument | null> => {
    const moved = await moveOnce(model, caseNumber, cause, move);
    if (move.to !== undefined) {
      const now = moved ?? (await model.findById(caseNumber, { stage: 1 }).lean<Pick<CaseDocument, 'stage'>>().exec());
      if (now !== null) await tasks.setStage(caseNumber, now.stage);
    }

    return moved;
  },
  /** Writes the words of titles of this locality that have none yet, the newest first; answers how many. */
  giveWords: async (locality: string, limit: number): Promise<number> => {
    const bare = newestOf([{ locality, words: null }]);
    const found = await readRows<Pick<CaseDocument, '_id' | 'title'>>(model, bare, limit, { title: 1 });
    for (const { _id, title } of found) await model.updateOne({ _id }, { $set: { words: wordsOf(title) } }).exec();

    return found.length;
  },
  /** Adds files to a case, each once, also to one that is closed. */
  attach: async (caseNumber: string, attachments: readonly Attachment[]): Promise<void> => {
    for (const attachment of attachments)
      await model
        .updateOne({ _id: caseNumber, 'attachments.fileId': { $ne: attachment.fileId } } as never, {
          $push: { attachments: attachment },
        })
        .exec();
  },
  /**
   * Keeps the next decision about the attachment at this place: places never change. Answers the case, or null when somebody else
   * decided in the meantime.
   */
  disclose: (caseNumber: string, place: number, disclosure: Disclosure) =>
    model
      .findOneAndUpdate(
        {
          _id: caseNumber,
          [`attachments.${place}.disclosure.number`]: disclosure.number === 1 ? null : disclosure.number - 1,
        } as never,
        { $set: { [`attachments.${place}.disclosure`]: disclosure } },
        { returnDocument: 'after' },
      )
      .lean<CaseDocument>()
      .exec(),
});

function moveOnce(
  model: Model<CaseDocument>,
  caseNumber: string,
  cause: string,
  { to, set = {}, when = {}, ...more }: CaseMove,
): Promise<CaseDocument | null> {
  return changeOne(
    model,
    {
      _id: caseNumber,
      stage: to === undefined ? { $ne: 'closed' } : { $in: startsOf(to) },
      applied: { $ne: cause },
      ...(more.joins === undefined ? {} : { 'callers.caseNumber': { $ne: more.joins.caseNumber } }),
      ...when,
    },
    {
      $set: { ...set, ...(to === undefined ? {} : { stage: to }) },
      $push: { applied: { $each: [cause], $slice: -KEPT_CAUSES }, ...pushed(more) },
      ...unsetting(more.unset),
      ...joining(more),
    },
  );
}

/** Where a move may start: also from where it goes to, for a second order changes what it changes, but never from the end. */
function startsOf(to: Stage): Stage[] {
  return to === 'closed' ? [...stagesBefore(to)] : [...stagesBefore(to), to];
}

function pushed({ joins, unsent, reopening }: CaseMove): object {
  return {
    ...(joins === undefined ? {} : { callers: joins }),
    ...(unsent === undefined ? {} : { unsent }),
    ...(reopening === undefined ? {} : { reopenings: reopening }),
  };
}

function joining({ parties = [], answering = [] }: CaseMove): object {
  const all = [...parties, ...answering];
  if (all.length === 0) return {};

  return {
    $addToSet: { parties: { $each: all }, ...(parties.length === 0 ? {} : { handlers: { $each: [...parties] } }) },
  };
}

function unsetting(fields: CaseMove['unset'] = []): object {
  return fields.length === 0 ? {} : { $unset: Object.fromEntries(fields.map((field) => [field, 1])) };
}
