/** A kind of file that may be attached: what its content is recognised as, and the extensions its name may have. */
export interface FileKind {
  readonly mediaType: string;
  readonly extensions: readonly string[];
  /** Shown in the browser; all other kinds are downloaded. */
  readonly inline?: true;
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Photos, papers, recordings: what people of a hotline send each other. Nothing that a machine runs. */
export const FILE_KINDS: readonly FileKind[] = [
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], inline: true },
  { mediaType: 'image/png', extensions: ['png'], inline: true },
  { mediaType: 'image/webp', extensions: ['webp'], inline: true },
  { mediaType: 'application/pdf', extensions: ['pdf'], inline: true },
  { mediaType: word, extensions: ['docx'] },
  { mediaType: sheet, extensions: ['xlsx'] },
  { mediaType: 'audio/mpeg', extensions: ['mp3'] },
  { mediaType: 'audio/wav', extensions: ['wav'] },
  { mediaType: 'audio/amr', extensions: ['amr'] },
  { mediaType: 'audio/x-m4a', extensions: ['m4a'] },
  { mediaType: 'video/mp4', extensions: ['mp4'] },
];

export const fileKindOf = (mediaType: string): FileKind | undefined =>
  FILE_KINDS.find((kind) => kind.mediaType === mediaType);

/** The extensions that are allowed, as people read them: `jpg、jpeg、png …`. */
export const allowedExtensions = FILE_KINDS.flatMap(({ extensions }) => extensions);

const LONGEST_NAME = 120;
/** Control and direction characters (a name that reads `gpj.exe` backwards), and what no file system takes. */
const unfit = /[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029<>:"|?*]/gu;

/** A name that can be shown and saved anywhere: no path, no hidden characters, the extension of what the file is. */
export function fileNameOf(given: string, { extensions }: FileKind): string {
  const base = given.split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .replaceAll(unfit, '')
    .replace(/^[.\s]+/, '')
    .trim();
  const [, stem = clean, extension = ''] = /^(.*)\.([0-9a-z]{1,5})$/iu.exec(clean) ?? [];
  const own = extensions.find((one) => one === extension.toLowerCase()) ?? extensions[0] ?? 'bin';

  return `${
    stem
      .slice(0, LONGEST_NAME)
      .replace(/\p{Surrogate}$/u, '')
      .trim() || '文件'
  }.${own}`;
}
