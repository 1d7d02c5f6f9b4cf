import type { Connection } from 'mongoose';

import { Mixed, modelOf, schemaOf } from './collection.js';

/** A unit of a locality's network, as published from `locality.json`. */
export interface UnitDocument {
  /** `<locality>/<unitId>`. */
  _id: string;
  locality: string;
  unitId: string;
  name: string;
  level: string;
  parent?: string | undefined;
  /** The whole entry of `locality.json`. */
  entry: Record<string, unknown>;
}

const schema = schemaOf<UnitDocument>('units', {
  locality: { type: String, required: true },
  unitId: { type: String, required: true },
  name: { type: String, required: true },
  level: { type: String, required: true },
  parent: String,
  entry: { type: Mixed, required: true },
});
schema.index({ locality: 1, parent: 1 });

export const openUnits = (connection: Connection) => {
  const model = modelOf(connection, 'Unit', schema);

  return {
    /** Writes the unit as it now is. */
    put: (unit: UnitDocument) => model.replaceOne({ _id: unit._id }, unit, { upsert: true }).exec(),
    ofLocality: (locality: string) => model.find({ locality }).sort({ unitId: 1 }).lean<UnitDocument[]>().exec(),
  };
};
export type Units = ReturnType<typeof openUnits>;
