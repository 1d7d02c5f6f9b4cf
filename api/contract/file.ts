import { Type, type Static } from 'typebox';
import { Fields, Line, Moment, Nullable } from './fields.js';

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
  /** Whether the unit that the case complains about may open it; null where there is none, or it is its own. */
  disclosed: Nullable(Type.Boolean()),
});
export type Attachment = Static<typeof Attachment>;

/** What may be uploaded. */
export const FileRules = Fields({
  maxBytes: Type.Integer(),
  extensions: Type.Array(Type.String()),
  mediaTypes: Type.Array(Type.String()),
});
export type FileRules = Static<typeof FileRules>;

/** What the unit that is complained about may see from now on, and why; kept with the case. */
export const Disclose = Fields({ shown: Type.Boolean(), reason: Line(200) });
export type Disclose = Static<typeof Disclose>;
