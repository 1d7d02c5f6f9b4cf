import type { Connection } from 'mongoose';

import { Mixed, modelOf, schemaOf } from './collection.js';

/** What a person is told about an element of a diagram. */
export interface ProcedureElement {
  label: string;
  /** BPMN type, e.g. `bpmn:UserTask`. */
  type: string;
  formId?: string | undefined;
}

/** A deployed process of a locality's procedure, with what is needed to speak about its elements. Never changed. */
export interface ProcedureDocument {
  /** Key of the process definition. */
  _id: string;
  processId: string;
  locality: string;
  version: number;
  tag?: string | undefined;
  deployedAt: Date;
  /** By the id of the BPMN element. */
  elements: Record<string, ProcedureElement>;
  /** form-js schemas deployed with it, by form id. */
  forms: Record<string, Record<string, unknown>>;
}

const schema = schemaOf<ProcedureDocument>('procedures', {
  processId: { type: String, required: true },
  locality: { type: String, required: true },
  version: { type: Number, required: true },
  tag: String,
  deployedAt: { type: Date, required: true },
  elements: { type: Mixed, required: true },
  forms: { type: Mixed, required: true },
});
schema.index({ locality: 1, processId: 1, version: -1 });

export const openProcedures = (connection: Connection) => {
  const model = modelOf(connection, 'Procedure', schema);
  // A deployed definition never changes, so one that was read once need not be read again.
  const known = new Map<string, ProcedureDocument>();

  return {
    put: (procedure: ProcedureDocument) => model.replaceOne({ _id: procedure._id }, procedure, { upsert: true }).exec(),
    async find(definitionKey: string): Promise<ProcedureDocument | null> {
      const kept = known.get(definitionKey);
      if (kept !== undefined) return kept;
      const found = await model.findById(definitionKey).lean<ProcedureDocument>().exec();
      if (found !== null) known.set(definitionKey, found);

      return found;
    },
    /** A form as it was deployed last for a locality. */
    newestForm: async (locality: string, formId: string): Promise<Record<string, unknown> | undefined> => {
      const found = await model
        .findOne({ locality, [`forms.${formId}`]: { $exists: true } } as never, { [`forms.${formId}`]: 1 })
        .sort({ deployedAt: -1 })
        .lean<ProcedureDocument>()
        .exec();

      return found?.forms[formId];
    },
    /** All versions deployed for a locality, newest first. */
    ofLocality: (locality: string) =>
      model.find({ locality }, { forms: 0 }).sort({ deployedAt: -1 }).lean<Omit<ProcedureDocument, 'forms'>[]>().exec(),
  };
};
export type Procedures = ReturnType<typeof openProcedures>;
