import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root, throwAwayFolder } from '../support/throw-away.js';
import type { WebStage } from './stage.js';

/** What of baicheng's procedure is another now: a file of `bpmn/`, and its text. */
interface Change {
  readonly file: string;
  readonly tag: string;
  /** Answers the new text; the same as before is a change that no longer finds its place. */
  readonly change: (text: string) => string;
}

/** As a process owner does it: the folder, changed, published by the command. */
export async function publishChanged({ tools }: WebStage, { file, tag, change }: Change): Promise<void> {
  const folder = await throwAwayFolder('bpmn');
  await cp(join(root, 'bpmn'), folder, { recursive: true });
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${file} has changed: nothing of it is another now`);
  await writeFile(path, changed);
  await publish(tools, folder, tag);
}

/** Baicheng's procedure as it stands in the files, once more: for `after`, so that other tests find it. */
export const publishAsItIs = ({ tools }: WebStage, tag: string): Promise<void> =>
  publish(tools, join(root, 'bpmn'), tag);

async function publish(env: NodeJS.ProcessEnv, folder: string, tag: string): Promise<void> {
  const asked = ['publish', 'baicheng', '--tag', tag, '--why', '试行', '--root', folder];
  const command = ['--import', 'tsx', 'procedures/main.ts', ...asked];
  await promisify(execFile)(process.execPath, command, { cwd: root, env });
}
