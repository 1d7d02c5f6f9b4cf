import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose, { type Connection } from 'mongoose';

import { Mixed, modelOf, schemaOf, type Actor } from './collection.js';

/** A file as kept: the bytes lie in GridFS under the same id. */
export interface KeptFile {
  readonly _id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly sha256: string;
  readonly by: Actor;
  readonly at: Date;
  /** The case that took it; until then it is its uploader's alone. */
  readonly caseNumber?: string | undefined;
}

/** A file as GridFS keeps it: written last, so that a file that is found is whole. */
interface StoredFile {
  _id: string;
  length: number;
  filename: string;
  metadata: Omit<KeptFile, '_id' | 'name' | 'bytes'>;
}

const BUCKET = 'files';

const schema = schemaOf<StoredFile>(`${BUCKET}.files`, {
  length: { type: Number, required: true },
  chunkSize: { type: Number, required: true },
  uploadDate: { type: Date, required: true },
  filename: { type: String, required: true },
  metadata: { type: Mixed, required: true },
});
schema.index({ 'metadata.caseNumber': 1, 'metadata.at': 1 });

/** Nobody has taken it. */
const UNUSED = { 'metadata.caseNumber': null };

export const openFiles = (connection: Connection) => {
  const model = modelOf(connection, 'File', schema);
  const bucket = () => {
    if (connection.db === undefined) throw new Error('the database is not connected');

    return new mongoose.mongo.GridFSBucket(connection.db, { bucketName: BUCKET });
  };
  const own = (ids: readonly string[], by: Actor) => ({
    _id: { $in: [...ids] },
    ...UNUSED,
    'metadata.by.userId': by.userId ?? null,
  });

  return {
    keep: async ({ _id, name, mediaType, sha256, by, at }: KeptFile, content: Buffer): Promise<void> => {
      const stream = bucket().openUploadStreamWithId(_id as never, name, { metadata: { mediaType, sha256, by, at } });
      await pipeline([content], stream);
    },
    find: async (fileId: string): Promise<KeptFile | undefined> => {
      const stored = await model.findById(fileId).lean<StoredFile>().exec();

      return stored === null ? undefined : keptOf(stored);
    },
    findMany: async (fileIds: readonly string[]): Promise<KeptFile[]> => {
      const stored = await model
        .find({ _id: { $in: [...fileIds] } })
        .lean<StoredFile[]>()
        .exec();

      return stored.map(keptOf);
    },
    read: (fileId: string): Readable => bucket().openDownloadStream(fileId as never),
    /** Gives the uploader's unused files to a case. Answers how many it gave. */
    take: async (fileIds: readonly string[], caseNumber: string, by: Actor): Promise<number> => {
      const { modifiedCount } = await model
        .updateMany(own(fileIds, by) as never, { $set: { 'metadata.caseNumber': caseNumber } })
        .exec();

      return modifiedCount;
    },
    /** Gives files back that a case took and then could not keep. */
    release: (fileIds: readonly string[], caseNumber: string) =>
      model
        .updateMany({ _id: { $in: [...fileIds] }, 'metadata.caseNumber': caseNumber } as never, {
          $unset: { 'metadata.caseNumber': 1 },
        })
        .exec(),
    /** Unused files that were kept before this moment, oldest first. */
    unusedBefore: async (before: Date, limit: number): Promise<string[]> => {
      const found = await model
        .find({ ...UNUSED, 'metadata.at': { $lt: before } } as never, { _id: 1 })
        .sort({ 'metadata.at': 1 })
        .limit(limit)
        .lean<{ _id: string }[]>()
        .exec();

      return found.map(({ _id }) => _id);
    },
    /** Unused files of people who did not sign in, counted up to `limit`. */
    countOfStrangers: (limit: number): Promise<number> =>
      model.countDocuments({ ...UNUSED, 'metadata.by.userId': null } as never, { limit }).exec(),
    remove: (fileId: string): Promise<void> => bucket().delete(fileId as never),
  };
};
export type Files = ReturnType<typeof openFiles>;

const keptOf = ({ _id, filename, length, metadata }: StoredFile): KeptFile => ({
  ...metadata,
  _id,
  name: filename,
  bytes: length,
});
