import type { Model } from 'mongoose';

/**
 * Changes the document if it is as the filter says, and answers it as it now is; null when it is not.
 * Two commands in place of a `findOneAndUpdate`, for which SecantusDB reads the whole collection while others wait to write.
 */
export async function changeOne<Document extends { _id: string }>(
  model: Model<Document>,
  filter: { _id: string; [field: string]: unknown },
  update: object,
): Promise<Document | null> {
  const { matchedCount } = await model.updateOne(filter as never, update).exec();

  return matchedCount === 0 ? null : model.findById(filter._id).lean<Document>().exec();
}
