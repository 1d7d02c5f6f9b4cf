import type { Connection } from 'mongoose';

import { insertOnce, Mixed, modelOf, schemaOf } from './collection.js';

/** An official document, rendered once and kept unchanged with the case. */
export interface OfficialDocument {
  /** Cause key. */
  _id: string;
  caseNumber: string;
  orderId?: string | undefined;
  /** Name of the template, e.g. `work-order`. */
  kind: string;
  number?: string | undefined;
  addressee?: string | undefined;
  title: string;
  legalBasis?: string | undefined;
  html: string;
  issuedAt: Date;
  template: { name: string; hash: string };
}

const schema = schemaOf<OfficialDocument>('documents', {
  caseNumber: { type: String, required: true },
  orderId: String,
  kind: { type: String, required: true },
  number: String,
  addressee: String,
  title: { type: String, required: true },
  legalBasis: String,
  html: { type: String, required: true },
  issuedAt: { type: Date, required: true },
  template: { type: Mixed, required: true },
});
schema.index({ caseNumber: 1, issuedAt: 1 });

export const openDocuments = (connection: Connection) => {
  const model = modelOf(connection, 'Document', schema);

  return {
    /** False when this cause made its document before. */
    insert: (document: OfficialDocument) => insertOnce(model, document),
    find: (documentId: string) => model.findById(documentId).lean<OfficialDocument>().exec(),
    /** Without their html, oldest first. */
    ofCase: (caseNumber: string) =>
      model.find({ caseNumber }, { html: 0 }).sort({ issuedAt: 1 }).lean<Omit<OfficialDocument, 'html'>[]>().exec(),
  };
};
export type Documents = ReturnType<typeof openDocuments>;
