import { readFile } from 'node:fs/promises';
import { Camunda8 } from '@camunda8/sdk';
import type { TestEngine } from '../support/stack.js';

export type Validation = 'none' | 'strict' | 'fanatical';

type Vendors = ReturnType<Camunda8['getOrchestrationClusterApiClient']>;

/** The vendor's types without their brands on strings: a test speaks of keys as it finds them. */
type Plain<T> = T extends string
  ? string
  : T extends File | ((...args: never[]) => unknown)
    ? T
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T;

export type Client = {
  [K in keyof Vendors]: Vendors[K] extends (...args: infer A) => infer R
    ? (...args: Plain<A> extends unknown[] ? Plain<A> : never) => Promise<Plain<Awaited<R>>>
    : never;
};

/** The vendor's REST client, which refuses answers that do not fit the vendor's schemas. */
export function contractClient(engine: TestEngine, validation: Validation): Client {
  const camunda = new Camunda8({
    ZEEBE_REST_ADDRESS: engine.restAddress,
    ZEEBE_GRPC_ADDRESS: `grpc://${engine.grpcAddress}`,
    CAMUNDA_OAUTH_DISABLED: true,
    CAMUNDA_LOG_LEVEL: 'none',
  });
  const client = camunda.getOrchestrationClusterApiClient({}, { cached: false });
  client.configure({
    config: {
      CAMUNDA_REST_ADDRESS: engine.restAddress,
      CAMUNDA_AUTH_STRATEGY: 'NONE',
      CAMUNDA_SDK_LOG_LEVEL: 'silent',
      CAMUNDA_SDK_VALIDATION: `req:${validation},res:${validation}`,
      CAMUNDA_SDK_HTTP_RETRY_MAX_ATTEMPTS: 1,
    },
  });

  return client as unknown as Client;
}

/** Reads an answer once: the host lets a client find what its last command did. */
export const now = { consistency: { waitUpToMs: 0 } };

export async function contractFiles(): Promise<File[]> {
  const names = ['contract.bpmn', 'contract.dmn', 'contract.form'];

  return Promise.all(names.map(async (name) => new File([await readFile(new URL(name, import.meta.url))], name)));
}

/** Status and detail of the problem that a call ends with. */
export async function problemOf(call: PromiseLike<unknown>): Promise<{ status: number; title: string; detail: string }> {
  try {
    await call;
  } catch (error) {
    const { status, title, detail } = error as { status: number; title: string; detail: string };
    return { status, title, detail };
  }
  throw new Error('the call was granted');
}
