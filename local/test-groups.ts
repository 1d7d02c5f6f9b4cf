/** Folders of `tests/` that start whole systems, by the group in which they run; all other tests are the last group. */
const APART: Readonly<Record<string, readonly string[]>> = {
  'tests of the pages': ['web'],
  'tests of whole systems': ['bench', 'local', 'stories', 'workers'],
};

/** Some test files that run in one process, and so share the systems that they start. */
export interface TestGroup {
  readonly name: string;
  readonly files: readonly string[];
}

/** Each file in one group. `files` are paths below `tests/`, with `/` between. */
export const testGroups = (files: readonly string[]): TestGroup[] => {
  const folderOf = (file: string): string => file.split('/', 1)[0] ?? '';
  const taken = new Set(Object.values(APART).flat());
  const rest = files.filter((file) => !taken.has(folderOf(file)));
  const apart = Object.entries(APART).map(([name, folders]) => ({
    name,
    files: files.filter((file) => folders.includes(folderOf(file))),
  }));

  return [...apart, { name: 'tests of the parts', files: rest }].filter((group) => group.files.length > 0);
};
