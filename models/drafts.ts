import type { Connection } from 'mongoose';

import { modelOf, schemaOf } from './collection.js';

/** What somebody types at the intake desk and has not registered yet. */
export interface DraftDocument {
  /** User id: everybody has one draft. */
  _id: string;
  /** Holds personal data, so it is sealed (`Identity.sealDraft`). */
  sealed: string;
  savedAt: Date;
  expiresAt: Date;
}

const schema = schemaOf<DraftDocument>('drafts', {
  sealed: { type: String, required: true },
  savedAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
});
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const openDrafts = (connection: Connection) => {
  const model = modelOf(connection, 'Draft', schema);

  return {
    /** Null when there is none, or its time is over: the database takes such out only now and then. */
    find: (userId: string, now: Date) =>
      model
        .findOne({ _id: userId, expiresAt: { $gt: now } })
        .lean<DraftDocument>()
        .exec(),
    put: (draft: DraftDocument) => model.replaceOne({ _id: draft._id }, draft, { upsert: true }).exec(),
    remove: (userId: string) => model.deleteOne({ _id: userId }).exec(),
  };
};
export type Drafts = ReturnType<typeof openDrafts>;
