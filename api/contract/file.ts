import { Type, type Static } from 'typebox';
import { Fields, Moment } from './fields.js';

/** Most files of one report. */
export const mostAttachments = 10;

export const FileId = Type.String({
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  maxLength: 36,
});

/** Files uploaded before, to go with a report. */
export const FileIds = Type.Array(FileId, { maxItems: mostAttachments, uniqueItems: true });

/** A file as it is kept: `mediaType` is what its content is, `name` may be mended. */
export const FileInfo = Fields({
  fileId: FileId,
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
});
export type FileInfo = Static<typeof FileInfo>;

/** A file of a case. `by` is a post, or 市民. */
export const Attachment = Fields({
  fileId: FileId,
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  by: Type.String(),
  at: Moment,
});
export type Attachment = Static<typeof Attachment>;

/** What may be uploaded. */
export const FileRules = Fields({
  maxBytes: Type.Integer(),
  extensions: Type.Array(Type.String()),
  mediaTypes: Type.Array(Type.String()),
});
export type FileRules = Static<typeof FileRules>;
