import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { buildPages } from '../../local/pages.js';
import { root } from '../support/throw-away.js';

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

const mostKilobytes = 400;

describe('What the inbox loads first', () => {
  it(`stays under ${mostKilobytes} KB gzipped`, async function () {
    this.timeout(240_000);
    await buildPages(root, () => undefined);
    const dist = join(root, 'web', 'dist');
    const manifest = JSON.parse(await readFile(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>;
    const files = new Set<string>();
    for (const entry of ['index.html', 'tasks/inbox-page.tsx']) collect(manifest, entry, files);
    expect(files.size).to.be.greaterThan(2);
    const sizes = await Promise.all([...files].map(async (file) => gzipSync(await readFile(join(dist, file))).length));
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
    console.log(`      ${kilobytes.toFixed(0)} KB`);
    expect(kilobytes).to.be.lessThan(mostKilobytes);
  });
});

/** The chunk with all that it imports at once, and their styles. */
function collect(manifest: Record<string, Chunk>, name: string, files: Set<string>): void {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`the build has no ${name}`);
  if (files.has(chunk.file)) return;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
  for (const imported of chunk.imports ?? []) collect(manifest, imported, files);
}
