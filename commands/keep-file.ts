import { createHash, randomUUID } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';

import { allowedExtensions, fileKindOf, fileNameOf, type FileKind } from '../domain/file-kind.js';
import type { Actor } from '../models/collection.js';
import type { KeptFile } from '../models/files.js';
import type { Deps } from './deps.js';
import { BadInputError } from './field-error.js';
import { stripPicture } from './strip-picture.js';

/** A file as it came: what it calls itself, and its bytes. */
export interface Upload {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * Keeps a file for whoever sent it; a case or a task takes it later. What it is, its content says and not its name. Of a picture
 * only the picture is kept. Thrown BadInputError when it is empty, of a kind that is not allowed, or a picture that cannot be read.
 */
export const keepFile =
  ({ models, clock }: Pick<Deps, 'models' | 'clock'>) =>
  async ({ name, content }: Upload, by: Actor): Promise<KeptFile> => {
    const kind = await kindOf(name, content);
    const kept = await stripPicture(content, kind.mediaType, shown(name));
    const file: KeptFile = {
      _id: randomUUID(),
      name: fileNameOf(name, kind),
      mediaType: kind.mediaType,
      bytes: kept.length,
      sha256: createHash('sha256').update(kept).digest('hex'),
      by,
      at: clock.now(),
    };
    await models.files.keep(file, kept);

    return file;
  };

async function kindOf(name: string, content: Buffer): Promise<FileKind> {
  if (content.length === 0) throw refused('文件是空的', '0 字节');
  const found = await fileTypeFromBuffer(content);
  const kind = found === undefined ? undefined : fileKindOf(found.mime);
  if (kind !== undefined) return kind;
  const what = found === undefined ? '无法识别的内容' : `${found.ext} 文件（${found.mime}）`;

  throw refused(`“${shown(name)}”的内容是${what}，不能上传；可以上传 ${allowedExtensions.join('、')}`, what);
}

const refused = (reason: string, found: string): BadInputError =>
  new BadInputError([{ field: '/file', reason, found, allowed: allowedExtensions }]);

/** Long names are cut, so that the message stays one. */
const shown = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 60)
    .replace(/\p{Surrogate}$/u, '');
