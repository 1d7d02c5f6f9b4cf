import type { Connection } from 'mongoose';

import { modelOf, schemaOf } from './collection.js';

/** A knowledge article that a consultation may be answered from. */
export interface ArticleDocument {
  /** `<locality>/<articleId>`. */
  _id: string;
  locality: string;
  articleId: string;
  title: string;
  body: string;
  owner: string;
  legalBasis?: string | undefined;
  /** `YYYY-MM-DD` in the locality's zone. */
  expiresOn?: string | undefined;
  category?: string | undefined;
}

const schema = schemaOf<ArticleDocument>('articles', {
  locality: { type: String, required: true },
  articleId: { type: String, required: true },
  title: { type: String, required: true },
  body: { type: String, required: true },
  owner: { type: String, required: true },
  legalBasis: String,
  expiresOn: String,
  category: String,
});
schema.index({ locality: 1, articleId: 1 });

export const openArticles = (connection: Connection) => {
  const model = modelOf(connection, 'Article', schema);

  return {
    put: (article: ArticleDocument) => model.replaceOne({ _id: article._id }, article, { upsert: true }).exec(),
    find: (locality: string, articleId: string) =>
      model.findById(`${locality}/${articleId}`).lean<ArticleDocument>().exec(),
    ofLocality: (locality: string) => model.find({ locality }).sort({ articleId: 1 }).lean<ArticleDocument[]>().exec(),
  };
};
export type Articles = ReturnType<typeof openArticles>;
