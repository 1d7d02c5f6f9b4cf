import type { Attachment } from '../../models/case-document.js';
import type { KeptFile } from '../../models/files.js';
import { fileKindOf } from '../../domain/file-kind.js';
import type { Attachment as Shown, FileInfo } from '../contract/file.js';
import { moment } from './moment.js';

export const presentFile = ({ _id, name, mediaType, bytes }: KeptFile): FileInfo => ({
  fileId: _id,
  name,
  mediaType,
  bytes,
});

/** A file of a case; of who sent it only the post is told. */
export const presentAttachment = (
  { fileId, name, mediaType, bytes, by, at, disclosure }: Attachment,
  accusedUnitId: string | undefined,
): Shown => ({
  ...{ fileId, name, mediaType, bytes },
  by: by.name,
  at: moment(at),
  disclosed:
    accusedUnitId === undefined || (by.unitId === accusedUnitId && by.role !== 'agent')
      ? null
      : (disclosure?.shown ?? false),
});

/** Nothing of a file runs or loads anything. A browser shows a PDF only outside of a sandbox. */
const policies: Readonly<Record<string, string>> = {
  'application/pdf': "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
};
const strictest = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

/** How a browser is to take a file: pictures and papers are shown, everything else is saved. */
export function fileHeaders({ name, mediaType, bytes }: KeptFile): Record<string, string> {
  const how = fileKindOf(mediaType)?.inline === true ? 'inline' : 'attachment';

  return {
    'Content-Type': mediaType,
    'Content-Length': String(bytes),
    'Content-Disposition': `${how}; filename*=UTF-8''${encodeName(name)}`,
    'Content-Security-Policy': policies[mediaType] ?? strictest,
    'X-Content-Type-Options': 'nosniff',
  };
}

/** RFC 5987. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
