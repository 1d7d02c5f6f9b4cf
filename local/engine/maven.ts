import { delimiter, join } from 'node:path';
import type { Java } from '../java.js';
import { lastLines, type Outcome, runProgram } from '../run-program.js';
import { StartFault } from '../start-fault.js';

/** Runs Maven on the engine host. Thrown StartFault when Maven is missing or the build fails. */
export const runMaven = async (pom: string, goals: readonly string[], java: Java): Promise<string> => {
  const path = [join(java.home, 'bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, JAVA_HOME: java.home, PATH: path };
  try {
    const { code, output } = await mvn(['-q', '-B', '-f', pom, ...goals], env);
    if (code === 0) return output;
    throw new StartFault(`Maven could not build the engine host: ${lastLines(errors(output))}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new StartFault(
      'Maven builds the engine host, but there is no `mvn` on the PATH: install Maven 3.8 or newer (apt install maven, brew install maven).',
      { cause: error },
    );
  }
};

/** On Windows it is a script, which only the shell can start. */
const mvn = (args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> =>
  process.platform === 'win32' ? runProgram('cmd', ['/c', 'mvn', ...args], { env }) : runProgram('mvn', args, { env });

const errors = (output: string): string =>
  output
    .split('\n')
    .filter((line) => line.startsWith('[ERROR]') && !/Re-run|\[Help|For more information|To see the full/.test(line))
    .slice(0, 3)
    .join('\n') || output;
