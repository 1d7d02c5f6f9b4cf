import type { Model } from 'mongoose';

import { OPEN_STAGES } from '../domain/case.js';
import type { CaseDocument } from './case-document.js';
import { SUMMARY } from './case-schema.js';

/** Cases whose way to the engine may have broken off: what the relay and the reconciler look for. */
export const unfinishedCases = (model: Model<CaseDocument>) => ({
  /** Cases with a message to the engine that is not sent, longest waiting first. */
  withUnsent: (limit: number) =>
    model
      .find({ 'unsent.name': { $exists: true } } as never, {
        unsent: 1,
        opening: 1,
        locality: 1,
        registeredAt: 1,
      })
      .sort({ registeredAt: 1 })
      .limit(limit)
      .lean<Pick<CaseDocument, '_id' | 'unsent' | 'opening' | 'locality' | 'registeredAt'>[]>()
      .exec(),
  /** Takes a message out after it was sent. */
  sent: (caseNumber: string, messageId: string) =>
    model.updateOne({ _id: caseNumber }, { $pull: { unsent: { messageId } } }).exec(),
  /** Puts a message (again) among the unsent, unless it is there. */
  requeue: (caseNumber: string, message: CaseDocument['unsent'][number]) =>
    model
      .updateOne({ _id: caseNumber, 'unsent.messageId': { $ne: message.messageId } } as never, {
        $push: { unsent: message },
      })
      .exec(),
  /** Cases that no instance has taken, registered or reopened before this moment. */
  withoutInstance: (before: Date, limit: number) =>
    model
      .find({
        stage: 'registered',
        processInstanceKey: null,
        registeredAt: { $lt: before },
        'reopenings.at': { $not: { $gte: before } },
      } as never)
      .sort({ registeredAt: 1 })
      .limit(limit)
      .lean<CaseDocument[]>()
      .exec(),
  /** Open cases that an instance holds, in the order of their numbers, after this one. */
  openWithInstance: (after: string, before: Date, limit: number) =>
    model
      .find(
        {
          _id: { $gt: after },
          stage: { $in: OPEN_STAGES },
          processInstanceKey: { $ne: null },
          registeredAt: { $lt: before },
        } as never,
        SUMMARY,
      )
      .sort({ _id: 1 })
      .limit(limit)
      .lean<CaseDocument[]>()
      .exec(),
});
