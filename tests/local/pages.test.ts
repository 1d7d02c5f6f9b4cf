import { expect } from 'chai';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PAGE_SOURCES } from '../../local/pages.js';
import { root } from '../support/throw-away.js';

/** Source files of a folder or the file itself, built ones left out. */
const filesOf = (source: string): string[] => {
  if (statSync(join(root, source)).isFile()) return [];

  return readdirSync(join(root, source), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('dist'))
    .map((name) => join(source, name));
};

describe('the pages are built anew', () => {
  it('when anything changes that they import', () => {
    const files = PAGE_SOURCES.flatMap(filesOf);
    const imported = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) =>
        relative(root, join(root, dirname(file), path)),
      ),
    );
    const isSource = (path: string) => PAGE_SOURCES.some((source) => path.startsWith(`${source}/`));

    expect(files.length).to.be.greaterThan(100);
    expect([...new Set(imported)].filter((path) => !isSource(path))).to.deep.equal([]);
  });
});
