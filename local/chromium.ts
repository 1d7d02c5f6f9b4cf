import { access } from 'node:fs/promises';
import { programOnPath } from './database/mongod.js';
import { type Say, step } from './progress.js';
import { lastLines, runProgram } from './run-program.js';

/** The Chromium that browser tests drive: one that is installed, or one that apt installs when this user may. */
export const ensureChromium = async (say: Say): Promise<string | undefined> => {
  const present = await findChromium();
  if (present !== undefined) return present;
  if (process.getuid?.() !== 0 || !(await programOnPath('apt-get', process.env.PATH))) {
    say(
      'no Chromium is installed, and it cannot be installed here (not root, or no apt-get): browser tests are skipped',
    );
    return undefined;
  }
  const { code, output } = await step(say, 'installing Chromium with apt-get', installChromium);
  if (code !== 0) say(`Chromium cannot be installed (${lastLines(output, 1)}): browser tests are skipped`);
  return findChromium();
};

export const findChromium = async (): Promise<string | undefined> => {
  const named = process.env.CHROMIUM;
  if (
    named &&
    (await access(named).then(
      () => true,
      () => false,
    ))
  )
    return named;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const program = await programOnPath(name, process.env.PATH);
    if (program !== undefined) return program;
  }
  return undefined;
};

const installChromium = async () => {
  await runProgram('apt-get', ['update', '-qq'], { limit: 120_000 });
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
    env,
    limit: 600_000,
  });
};
