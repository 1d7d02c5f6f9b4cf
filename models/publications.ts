import type { Connection } from 'mongoose';

import { Mixed, modelOf, schemaOf } from './collection.js';

/** Who published which version of a locality's procedure, when and why. */
export interface PublicationDocument {
  /** `<locality>@<tag>`. */
  _id: string;
  locality: string;
  tag: string;
  by: string;
  at: Date;
  reason: string;
  deploymentKey: string;
  /** Definition keys of the processes, the case's own first. */
  definitionKeys: string[];
  /** Keys of the decision tables by their ids; missing in publications of before they were kept. */
  decisions?: Record<string, string> | undefined;
  /** SHA-256 of the files, so that the same folder is known again. */
  hash: string;
}

const schema = schemaOf<PublicationDocument>('publications', {
  locality: { type: String, required: true },
  tag: { type: String, required: true },
  by: { type: String, required: true },
  at: { type: Date, required: true },
  reason: { type: String, required: true },
  deploymentKey: { type: String, required: true },
  definitionKeys: { type: [String], required: true },
  decisions: Mixed,
  hash: { type: String, required: true },
});
schema.index({ locality: 1, at: -1 });
schema.index({ definitionKeys: 1 });

export const openPublications = (connection: Connection) => {
  const model = modelOf(connection, 'Publication', schema);

  return {
    put: (publication: PublicationDocument) =>
      model.replaceOne({ _id: publication._id }, publication, { upsert: true }).exec(),
    /** The newest one of a locality. */
    latest: (locality: string) => model.findOne({ locality }).sort({ at: -1 }).lean<PublicationDocument>().exec(),
    /** The newest one that deployed this definition. */
    ofDefinition: (definitionKey: string) =>
      model.findOne({ definitionKeys: definitionKey }).sort({ at: -1 }).lean<PublicationDocument>().exec(),
    ofLocality: (locality: string) => model.find({ locality }).sort({ at: -1 }).lean<PublicationDocument[]>().exec(),
  };
};
export type Publications = ReturnType<typeof openPublications>;
