import { runProgram } from '../run-program.js';

export interface Python {
  command: string;
  args: readonly string[];
}

const candidates: readonly Python[] = [
  { command: 'python3', args: [] },
  { command: 'python', args: [] },
  { command: 'py', args: ['-3'] },
];

/** A Python 3.10 or newer that can make virtual environments, or why there is none. */
export const findPython = async (env: NodeJS.ProcessEnv): Promise<Python | { reason: string }> => {
  const reasons: string[] = [];
  for (const python of candidates) {
    const asked = await runProgram(python.command, [...python.args, '-c', question], { env, limit: 15_000 }).catch(
      () => undefined,
    );
    if (asked?.code === 0) return python;
    if (asked) reasons.push(`${python.command}: ${asked.output.trim().split('\n').at(-1) ?? ''}`);
  }
  return { reason: reasons.length === 0 ? 'there is no Python 3.10 or newer on the PATH' : reasons.join('; ') };
};

const question = [
  'import sys',
  'sys.version_info >= (3, 10) or sys.exit("it is version " + sys.version.split()[0] + ", 3.10 is needed")',
  'import venv, ensurepip',
].join('\n');
