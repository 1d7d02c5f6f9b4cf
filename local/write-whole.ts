import { rename, writeFile } from 'node:fs/promises';

/** Writes a file so that whoever reads it, even after a kill -9 in the midst, finds what was there or all of what is new. */
export const writeWhole = async (file: string, text: string, mode = 0o666): Promise<void> => {
  const draft = `${file}.draft`;
  await writeFile(draft, text, { mode });
  await rename(draft, file);
};
