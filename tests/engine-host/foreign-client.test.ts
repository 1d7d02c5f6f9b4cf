import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { findPython } from '../../local/database/python.js';
import { runProgram } from '../../local/run-program.js';
import { freshEngine, type TestEngine } from '../support/stack.js';
import { cacheFolder, say } from '../support/throw-away.js';

const version = '4.7.0';
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The Python of a virtual environment with pyzeebe, or why there is none. */
const pythonWithPyzeebe = async (): Promise<{ program: string } | { reason: string }> => {
  const python = await findPython(process.env);
  if ('reason' in python) return python;
  const folder = join(cacheFolder, `pyzeebe-${version}`);
  const program = process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
  const has = async () => (await runProgram(program, ['-c', 'import pyzeebe']).catch(() => undefined))?.code === 0;
  if (await has()) return { program };

  await runProgram(python.command, [...python.args, '-m', 'venv', folder], { limit: 60_000 });
  const { output } = await runProgram(program, ['-m', 'pip', 'install', '--quiet', `pyzeebe==${version}`], {
    limit: 120_000,
  });

  return (await has()) ? { program } : { reason: `pyzeebe cannot be installed: ${output.trim().split('\n').at(-1)!}` };
};

describe('a client of another make', () => {
  let engine: TestEngine;

  before(async function () {
    this.timeout(180_000);
    engine = await freshEngine();
  });

  after(() => engine.stop());

  it('deploys, starts an instance and works its job over gRPC', async function () {
    this.timeout(240_000);
    const python = await pythonWithPyzeebe();
    if ('reason' in python) {
      say(`skipped: ${python.reason}`);
      this.skip();
    }

    const script = [here('foreign-client.py'), engine.grpcAddress, here('foreign.bpmn')];
    const { code, output } = await runProgram(python.program, script, { limit: 60_000 });

    expect(code, output).to.equal(0);
    expect(JSON.parse(output.trim().split('\n').at(-1)!)).to.deep.equal({
      version: 1,
      given: { amount: 21 },
      variables: { amount: 21, doubled: 42 },
    });
  });
});
