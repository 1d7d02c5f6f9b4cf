import { delimiter, join } from 'node:path';
import type { Java } from '../java.js';
import { lastLines, type Outcome, runProgram } from '../run-program.js';
import { StartFault } from '../start-fault.js';

/** Builds the engine host. Thrown StartFault when Maven is missing or the build fails. */
export const runMaven = async (pom: string, goals: readonly string[], java: Java): Promise<void> => {
  const { code, output } = await mavenProgram(pom, goals, java);
  if (code !== 0) throw new StartFault(`Maven could not build the engine host: ${lastLines(errors(output))}`);
};

/** Runs Maven with this JDK, whatever its exit code. Thrown StartFault when Maven is missing. */
export const mavenProgram = async (
  pom: string,
  goals: readonly string[],
  java: Java,
  onOutput?: (text: string) => void,
): Promise<Outcome> => {
  const path = [join(java.home, 'bin'), process.env.PATH].join(delimiter);
  const options = { env: { ...process.env, JAVA_HOME: java.home, PATH: path }, ...(onOutput && { onOutput }) };
  const args = ['-q', '-B', '-f', pom, ...goals];
  try {
    return await (process.platform === 'win32'
      ? runProgram('cmd', ['/c', 'mvn', ...args], options) // a script, which only the shell can start
      : runProgram('mvn', args, options));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new StartFault(
      'Maven builds the engine host, but there is no `mvn` on the PATH: install Maven 3.8 or newer (apt install maven, brew install maven).',
      { cause: error },
    );
  }
};

const errors = (output: string): string =>
  output
    .split('\n')
    .filter((line) => line.startsWith('[ERROR]') && !/Re-run|\[Help|For more information|To see the full/.test(line))
    .slice(0, 3)
    .join('\n') || output;
