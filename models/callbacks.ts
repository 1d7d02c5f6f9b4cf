import type { Connection } from 'mongoose';

import { insertOnce, Mixed, modelOf, schemaOf, type Actor } from './collection.js';

/** One attempt to ask the caller whether it was solved (回访). */
export interface CallbackDocument {
  /** Cause key. */
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
    ofCase: (caseNumber: string) => model.find({ caseNumber }).sort({ at: 1 }).lean<CallbackDocument[]>().exec(),
  };
};
export type Callbacks = ReturnType<typeof openCallbacks>;
