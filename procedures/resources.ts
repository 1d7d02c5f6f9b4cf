import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { SHARED } from './localities.js';

const KINDS = { '.bpmn': 'diagram', '.dmn': 'table', '.form': 'form' } as const;
export type ResourceKind = (typeof KINDS)[keyof typeof KINDS];

/** A file that a deployment holds. */
export interface ProcedureFile {
  /** Path under the root, with `/`: `baicheng/case.bpmn`; the name the engine knows it by. */
  readonly name: string;
  readonly kind: ResourceKind;
  readonly content: string;
}

/**
 * What one deployment of a locality holds: its diagrams, tables and forms, and those of `shared/` that it does not
 * override by file name. In order of name.
 */
export function filesOf(localityId: string, root: string): readonly ProcedureFile[] {
  const own = readFolder(root, localityId);
  const overridden = new Set(own.map(({ name }) => baseOf(name)));
  const shared = readFolder(root, SHARED).filter(({ name }) => !overridden.has(baseOf(name)));

  return [...own, ...shared].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** SHA-256 over names and contents: the same folder is known again whatever its dates. */
export function hashOf(files: readonly ProcedureFile[]): string {
  const hash = createHash('sha256');
  for (const { name, content } of files) hash.update(`${name}\0${String(Buffer.byteLength(content))}\0${content}`);

  return hash.digest('hex');
}

function readFolder(root: string, folder: string): ProcedureFile[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];

  return readdirSync(path).flatMap((base) => {
    const kind = (KINDS as Record<string, ResourceKind | undefined>)[extname(base)];

    return kind === undefined
      ? []
      : [{ name: `${folder}/${base}`, kind, content: readFileSync(join(path, base), 'utf8') }];
  });
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
