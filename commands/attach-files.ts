import type { Attachment } from '../models/case-document.js';
import type { Actor } from '../models/collection.js';
import type { KeptFile } from '../models/files.js';
import type { Deps } from './deps.js';
import { BadInputError, type FieldError } from './field-error.js';

/** Files that somebody names in one field. */
export interface NamedFiles {
  /** JSON pointer. */
  readonly field: string;
  readonly fileIds: readonly string[];
}

type Needs = Pick<Deps, 'models'>;

/**
 * The files that somebody wants to attach: their own ones that no case has, or ones that this case has already.
 * Thrown BadInputError with each that cannot be taken.
 * @param caseNumber the case, when it is there already
 */
export async function findAttachments(
  { models }: Needs,
  named: readonly NamedFiles[],
  { by, caseNumber }: { by: Actor; caseNumber?: string | undefined },
): Promise<Attachment[]> {
  const fileIds = named.flatMap((one) => one.fileIds);
  if (fileIds.length === 0) return [];
  const files = new Map((await models.files.findMany(fileIds)).map((file) => [file._id, file]));
  const isUsable = (file: KeptFile | undefined): file is KeptFile =>
    file !== undefined &&
    (file.caseNumber === undefined ? file.by.userId === by.userId : file.caseNumber === caseNumber);
  const errors = named.flatMap(({ field, fileIds: ids }) =>
    ids.flatMap((id, index): FieldError[] => (isUsable(files.get(id)) ? [] : [gone(`${field}/${index}`, id)])),
  );
  if (errors.length > 0) throw new BadInputError(errors);

  return [...files.values()].map(attachmentOf);
}

/**
 * Gives the files to a case: what is kept for a day only is kept for good from now on. Answers the ids of those that it took.
 * Thrown BadInputError when somebody else's act took one in the meantime; then none is taken.
 */
export async function takeAttachments(
  { models }: Needs,
  attachments: readonly Attachment[],
  { by, caseNumber }: { by: Actor; caseNumber: string },
): Promise<string[]> {
  const fileIds = attachments.map(({ fileId }) => fileId);
  if (fileIds.length === 0) return [];
  const before = await models.files.findMany(fileIds);
  const unused = before.filter((file) => file.caseNumber === undefined).map(({ _id }) => _id);
  const taken = await models.files.take(unused, caseNumber, by);
  if (taken === unused.length) return unused;
  await models.files.release(unused, caseNumber);
  throw new BadInputError(unused.map((id) => gone('/attachments', id)));
}

/** What a step keeps of files: enough to prove that the bytes are still the same. */
export const fileFacts = (attachments: readonly Attachment[]) =>
  attachments.map(({ fileId, name, sha256 }) => ({ fileId, name, sha256 }));

const gone = (field: string, found: string): FieldError => ({
  field,
  reason: '文件已过期、已用于别的诉求件，或不是您上传的，请重新上传',
  found: found.slice(0, 64),
});

const attachmentOf = ({ _id, name, mediaType, bytes, sha256, by, at }: KeptFile): Attachment => ({
  ...{ fileId: _id, name, mediaType, bytes, sha256 },
  by,
  at,
});
