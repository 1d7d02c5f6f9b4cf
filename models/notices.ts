import type { Connection } from 'mongoose';

import { insertOnce, Mixed, modelOf, schemaOf, type Actor } from './collection.js';

/** A reminder, a rung of supervision, or a message to a party. */
export interface NoticeDocument {
  /** Cause key. */
  _id: string;
  caseNumber: string;
  orderId?: string | undefined;
  unitId?: string | undefined;
  /** `supervision`, `reminder`, … */
  kind: string;
  /** Rung of the ladder: `phone`, `letter`, `on-site`, `interview`, `joint`, `inspection`. */
  rung?: string | undefined;
  /** Why the order is chased, place of the rung on its ladder, from 1, and when the next one is due if nothing comes of it. */
  cause?: string | undefined;
  rungNumber?: number | undefined;
  nextAt?: Date | undefined;
  at: Date;
  by: Actor;
  result?: Record<string, unknown> | undefined;
  documentId?: string | undefined;
}

const schema = schemaOf<NoticeDocument>('notices', {
  caseNumber: { type: String, required: true },
  orderId: String,
  unitId: String,
  kind: { type: String, required: true },
  rung: String,
  cause: String,
  rungNumber: Number,
  nextAt: Date,
  at: { type: Date, required: true },
  by: { type: Mixed, required: true },
  result: Mixed,
  documentId: String,
});
schema.index({ caseNumber: 1, at: 1 });
schema.index({ unitId: 1, at: -1 });

export const openNotices = (connection: Connection) => {
  const model = modelOf(connection, 'Notice', schema);

  return {
    /** False when this cause gave its notice before. */
    insert: (notice: NoticeDocument) => insertOnce(model, notice),
    ofCases: (caseNumbers: readonly string[]) =>
      model
        .find({ caseNumber: { $in: [...caseNumbers] } })
        .sort({ at: 1 })
        .lean<NoticeDocument[]>()
        .exec(),
    /** Of all cases whose numbers lie between these two, both included. */
    ofCasesBetween: (first: string, last: string) =>
      model
        .find({ caseNumber: { $gte: first, $lte: last } })
        .lean<NoticeDocument[]>()
        .exec(),
    ofCase: (caseNumber: string) => model.find({ caseNumber }).sort({ at: 1 }).lean<NoticeDocument[]>().exec(),
  };
};
export type Notices = ReturnType<typeof openNotices>;
