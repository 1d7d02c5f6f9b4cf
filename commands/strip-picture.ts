import type { Sharp } from 'sharp';
import { BadInputError } from './field-error.js';

/** Most points of a picture: twice what phones take, and no bomb. */
const MOST_PIXELS = 100_000_000;

const WRITERS: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 90 }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 90 }),
};

/**
 * The picture and nothing else: what a camera writes into a file (place, time, device, owner, a preview) may tell who sent it.
 * It stands as it was held, for the note of how it was held goes too. Other files are left as they are.
 * Thrown BadInputError when it cannot be read, or has more than 100 million points.
 * @param name as it is told in the refusal
 */
export async function stripPicture(content: Buffer, mediaType: string, name: string): Promise<Buffer> {
  const write = WRITERS[mediaType];
  if (write === undefined) return content;
  // Native code, loaded with the first picture: a process that takes none does without.
  const { default: sharp } = await import('sharp');
  try {
    const { width, height } = await sharp(content, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) throw tooLarge(name, width, height);

    return await write(sharp(content, { failOn: 'error', limitInputPixels: MOST_PIXELS }).autoOrient()).toBuffer();
  } catch (error) {
    throw error instanceof BadInputError ? error : unreadable(name);
  }
}

const tooLarge = (name: string, width: number, height: number): BadInputError => {
  const found = `${width} × ${height}`;
  const reason = `“${name}”有 ${found} 个像素，太大；请缩小到 1 亿像素以内再上传`;

  return new BadInputError([{ field: '/file', reason, found, allowed: MOST_PIXELS }]);
};

const unreadable = (name: string): BadInputError =>
  new BadInputError([
    { field: '/file', reason: `“${name}”不是完整的图片，打不开；请重新拍照，或换一张再上传`, found: '损坏的图片' },
  ]);
