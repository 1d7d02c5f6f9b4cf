import type { Connection } from 'mongoose';

import { insertOnce, modelOf, schemaOf } from './collection.js';

/** A message to a person outside, to be sent by the channel's adapter. */
export interface OutboxDocument {
  /** Idempotency key. */
  _id: string;
  caseNumber: string;
  channel: string;
  to: string;
  kind: string;
  text: string;
  state: 'pending' | 'sent' | 'failed';
  attempts: number;
  nextAt: Date;
  sentAt?: Date | undefined;
}

const schema = schemaOf<OutboxDocument>('outbox', {
  caseNumber: { type: String, required: true },
  channel: { type: String, required: true },
  to: { type: String, required: true },
  kind: { type: String, required: true },
  text: { type: String, required: true },
  state: { type: String, required: true },
  attempts: { type: Number, required: true },
  nextAt: { type: Date, required: true },
  sentAt: Date,
});
schema.index({ state: 1, nextAt: 1 });
schema.index({ caseNumber: 1 });
schema.index({ nextAt: -1 });

export const openOutbox = (connection: Connection) => {
  const model = modelOf(connection, 'Outbox', schema);

  return {
    /** False when a message of that key is there already. */
    insert: (message: OutboxDocument) => insertOnce(model, message),
    /** Messages to send by now, longest waiting first. */
    due: (now: Date, limit: number) =>
      model
        .find({ state: 'pending', nextAt: { $lte: now } })
        .sort({ nextAt: 1 })
        .limit(limit)
        .lean<OutboxDocument[]>()
        .exec(),
    sent: (key: string, at: Date) => model.updateOne({ _id: key }, { $set: { state: 'sent', sentAt: at } }).exec(),
    /** Counts a failed attempt; without `nextAt` it is given up. */
    failed: (key: string, nextAt: Date | undefined) =>
      model
        .updateOne(
          { _id: key },
          { $inc: { attempts: 1 }, $set: nextAt === undefined ? { state: 'failed' } : { nextAt } },
        )
        .exec(),
    /** Messages that should have gone before this moment, or were given up. */
    stuck: (before: Date, limit: number) =>
      model
        .find({ $or: [{ state: 'failed' }, { state: 'pending', nextAt: { $lt: before } }] }, { text: 0, to: 0 })
        .limit(limit)
        .lean<Omit<OutboxDocument, 'text' | 'to'>[]>()
        .exec(),
    /** What goes out next or went out last, newest first. */
    newest: (limit: number) => model.find().sort({ nextAt: -1 }).limit(limit).lean<OutboxDocument[]>().exec(),
    ofCase: (caseNumber: string) => model.find({ caseNumber }).lean<OutboxDocument[]>().exec(),
  };
};
export type Outbox = ReturnType<typeof openOutbox>;
