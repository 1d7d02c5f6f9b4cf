import type { Connection } from 'mongoose';

import { insertOnce, modelOf, schemaOf } from './collection.js';

/** A decision that this kind of matter at this place is that unit's business. */
export interface OwnershipDocument {
  /** Cause key. */
  _id: string;
  locality: string;
  category: string;
  placeUnitId?: string | undefined;
  unitId: string;
  basis?: string | undefined;
  decidedAt: Date;
  caseNumber: string;
}

const schema = schemaOf<OwnershipDocument>('ownership', {
  locality: { type: String, required: true },
  category: { type: String, required: true },
  placeUnitId: String,
  unitId: { type: String, required: true },
  basis: String,
  decidedAt: { type: Date, required: true },
  caseNumber: { type: String, required: true },
});
schema.index({ locality: 1, category: 1, placeUnitId: 1, decidedAt: -1 });

export const openOwnership = (connection: Connection) => {
  const model = modelOf(connection, 'Ownership', schema);

  return {
    insert: (decision: OwnershipDocument) => insertOnce(model, decision),
    /** The newest decision for this matter at this place. */
    latest: (matter: { locality: string; category: string; placeUnitId: string | undefined }) =>
      model
        .findOne({ ...matter, placeUnitId: matter.placeUnitId ?? null })
        .sort({ decidedAt: -1 })
        .lean<OwnershipDocument>()
        .exec(),
  };
};
export type Ownership = ReturnType<typeof openOwnership>;
