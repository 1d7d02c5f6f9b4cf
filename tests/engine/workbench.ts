import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import pino from 'pino';

import type { Deployment, Resource } from '../../engine/deployments.js';
import { connectEngine } from '../../engine/connect.js';
import type { Engine } from '../../engine/engine.js';
import { runWorkers, type Workers, type WorkersOptions } from '../../engine/run-workers.js';
import type { WorkerDefinition } from '../../engine/worker.js';
import { testEngine } from '../support/stack.js';

export const silent = pino({ level: process.env['TEST_LOG'] ?? 'silent' });

/** What a test needs on an engine: a connection, diagrams under names of its own, workers that stop with the test. */
export interface Workbench {
  engine: Engine;
  /** Makes the names of this test its own: `TEST` in a diagram becomes this. */
  mark: string;
  deploy(...files: string[]): Promise<Deployment>;
  /** Starts an instance of `<name>-TEST`. */
  start(name: string, variables?: Record<string, unknown>): Promise<string>;
  work(definitions: WorkerDefinition[], options?: Partial<WorkersOptions>): Workers;
  close(): Promise<void>;
}

/** A workbench at the shared engine, or at the addresses given. */
export async function workbench(
  host?: { grpcAddress: string; restAddress: string },
  patienceMs = 5_000,
): Promise<Workbench> {
  const { grpcAddress, restAddress } = host ?? (await testEngine());
  const engine = connectEngine({ grpcAddress, restAddress, patienceMs }, silent);
  const mark = randomUUID().slice(0, 8);
  const running: Workers[] = [];

  return {
    engine,
    mark,
    deploy: async (...files) => engine.deploy(await Promise.all(files.map((file) => resource(file, mark)))),
    start: async (name, variables = {}) =>
      (await engine.instances.create({ process: { id: `${name}-${mark}` }, variables })).key,
    work: (definitions, options = {}) => {
      const workers = runWorkers(engine, definitions, { ...QUICK, name: mark, log: silent, ...options });
      running.push(workers);

      return workers;
    },
    close: async () => {
      await Promise.all(running.map((workers) => workers.stop()));
      await engine.close();
    },
  };
}

/** Polls so short that a test does not wait for the last of them, retries so close that it sees them all. */
const QUICK = { longPollMs: 1_000, startJitterMs: 0, retrySpacing: { baseMs: 200, capMs: 400 } };

/** A diagram or form that lies beside the tests. */
export async function resource(file: string, mark: string): Promise<Resource> {
  const content = await readFile(new URL(file, import.meta.url), 'utf8');

  return { name: file.replace('.', `-${mark}.`), content: content.replaceAll('TEST', mark) };
}
