import type { Connection } from 'mongoose';

import { insertOnce, Mixed, modelOf, schemaOf, type Actor } from './collection.js';
import type { FormData } from './orders.js';

/** One attempt to ask the caller whether it was solved (回访), or what a caller said unasked on the web (好差评). */
export interface CallbackDocument {
  /** Cause key; of a rating on the web `rating:<own case number>/<round>`. */
  _id: string;
  caseNumber: string;
  locality: string;
  orderId?: string | undefined;
  round: number;
  attempt: number;
  sampled: boolean;
  reached?: boolean | undefined;
  /** The unit was in contact with the caller. */
  contacted?: boolean | undefined;
  solved?: boolean | undefined;
  satisfied?: boolean | undefined;
  /** The locality's own factors, e.g. attitude, speed. */
  factors: Record<string, unknown>;
  opinion?: string | undefined;
  /** `web` for a rating on the web; an agent's call has none. */
  channel?: string | undefined;
  /** Of a rating: the form's values as they were given. */
  answers?: FormData | undefined;
  /** Of a rating: 1, and one more each time that it was changed. */
  revision?: number | undefined;
  at: Date;
  by: Actor;
}

const schema = schemaOf<CallbackDocument>('callbacks', {
  caseNumber: { type: String, required: true },
  locality: { type: String, required: true },
  orderId: String,
  round: { type: Number, required: true },
  attempt: { type: Number, required: true },
  sampled: { type: Boolean, required: true },
  reached: Boolean,
  contacted: Boolean,
  solved: Boolean,
  satisfied: Boolean,
  factors: { type: Mixed, required: true },
  opinion: String,
  channel: String,
  answers: Mixed,
  revision: Number,
  at: { type: Date, required: true },
  by: { type: Mixed, required: true },
});
schema.index({ caseNumber: 1, round: 1, attempt: 1 });
schema.index({ locality: 1, at: -1 });

export const openCallbacks = (connection: Connection) => {
  const model = modelOf(connection, 'Callback', schema);

  return {
    /** False when this cause recorded its callback before. */
    insert: (callback: CallbackDocument) => insertOnce(model, callback),
    find: (id: string) => model.findById(id).lean<CallbackDocument>().exec(),
    /** Keeps a changed rating in the place of the one before it; false when another change came first. */
    change: async (rating: CallbackDocument & { revision: number }): Promise<boolean> => {
      const before = { _id: rating._id, revision: rating.revision - 1 };

      return (await model.replaceOne(before, rating).exec()).matchedCount === 1;
    },
    ofCase: (caseNumber: string) => model.find({ caseNumber }).sort({ at: 1 }).lean<CallbackDocument[]>().exec(),
    /** Of all cases whose numbers lie between these two, both included, oldest first. */
    ofCasesBetween: (first: string, last: string) =>
      model
        .find({ caseNumber: { $gte: first, $lte: last } })
        .sort({ at: 1 })
        .lean<CallbackDocument[]>()
        .exec(),
  };
};
export type Callbacks = ReturnType<typeof openCallbacks>;
