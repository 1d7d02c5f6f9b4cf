import { expect } from 'chai';

import { classifyCase } from '../../commands/classify-case.js';
import { closeCase } from '../../commands/close-case.js';
import type { Deps } from '../../commands/deps.js';
import { dispatchOrder } from '../../commands/dispatch-order.js';
import { recordCallback } from '../../commands/record-callback.js';
import { recordReply } from '../../commands/record-reply.js';
import { reviewReply } from '../../commands/review-reply.js';
import { setDeadline } from '../../commands/set-deadline.js';
import { signOrder } from '../../commands/sign-order.js';
import { takeCase } from '../../commands/take-case.js';
import { verifyChain } from '../../domain/step-chain.js';
import type { Models } from '../../models/open-models.js';
import { handedIn } from './acts.js';
import { CLERK, job, registered, testDeps } from './workbench.js';

/** The process dies before, or right after, its n-th write. */
class Crash extends Error {}

const WRITES = new Set(['insert', 'move', 'next', 'assign', 'complete', 'cancel', 'setLamp']);
const WRITTEN = ['cases', 'steps', 'orders', 'documents', 'callbacks', 'notices', 'outbox', 'counters'] as const;

/** The same models, which crash at one write: `before` it is done, or `after`. */
function crashing(models: Models, at: number, when: 'before' | 'after'): { models: Models; writes: () => number } {
  let count = 0;
  const guard = <T extends object>(collection: T): T =>
    new Proxy(collection, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function' || !WRITES.has(String(name))) return value;

        return async (...given: unknown[]) => {
          count += 1;
          if (count === at && when === 'before') throw new Crash();
          const answer: unknown = await (value as (...given: unknown[]) => unknown)(...given);
          if (count === at && when === 'after') throw new Crash();

          return answer;
        };
      },
    });
  const guarded = Object.fromEntries(WRITTEN.map((name) => [name, guard(models[name])]));

  return { models: { ...models, ...guarded }, writes: () => count };
}

let shared: Deps;

/** The jobs of a case in their order; what one answers, the next may need. */
const PATH: ((deps: Deps, caseNumber: string) => Promise<unknown>)[] = [
  async (deps, caseNumber) => takeCase(deps)({ caseNumber }, job('take-case', key(caseNumber, 1))),
  async (deps, caseNumber) =>
    classifyCase(deps)({ caseNumber, kind: 'help', category: 'heat' }, job('classify-case', key(caseNumber, 2))),
  async (deps, caseNumber) =>
    setDeadline(deps)({ caseNumber, limits: { solve: '3d' } }, job('set-deadline', key(caseNumber, 3))),
  async (deps, caseNumber) =>
    dispatchOrder(deps)(
      { caseNumber, unitId: 'heating', role: 'lead', limits: { sign: '20m', solve: '3d' } },
      { channels: ['wechat'] },
      job('dispatch-order', key(caseNumber, 4)),
    ),
  async (deps, caseNumber) =>
    signOrder(deps)({ caseNumber, orderId: `${caseNumber}/1` }, job('sign-order', key(caseNumber, 5))),
  async (deps, caseNumber) =>
    recordReply(deps)({ caseNumber, orderId: `${caseNumber}/1` }, job('record-reply', key(caseNumber, 6))),
  async (deps, caseNumber) =>
    reviewReply(deps)(
      { caseNumber, orderId: `${caseNumber}/1`, accepted: true },
      job('review-reply', key(caseNumber, 7)),
    ),
  async (deps, caseNumber) =>
    recordCallback(deps)({ caseNumber, round: 1, attempt: 1 }, job('record-callback', key(caseNumber, 8))),
  async (deps, caseNumber) => closeCase(deps)({ caseNumber, outcome: 'solved' }, job('close-case', key(caseNumber, 9))),
];

const key = (caseNumber: string, n: number) => ({ key: `${caseNumber}-${n}`, processInstanceKey: caseNumber });

describe('a crash at any write', () => {
  let clean: unknown;

  before(async () => {
    shared = await testDeps();
    clean = await play(async (deps, caseNumber) => {
      for (const act of PATH) await act(deps, caseNumber);
    });
  });

  after(() => shared.models.close());

  for (const when of ['before', 'after'] as const) {
    for (const [index, act] of PATH.entries()) {
      it(`is repaired when job ${index + 1} of the path comes again, struck ${when} each of its writes`, async () => {
        for (let at = 1; ; at += 1) {
          let struck = true as boolean;
          const state = await play(async (deps, caseNumber) => {
            for (const earlier of PATH.slice(0, index)) await earlier(deps, caseNumber);
            const { models } = crashing(deps.models, at, when);
            struck = await strikes(() => act({ ...deps, models }, caseNumber));
            deps.models.steps.tips.forget(caseNumber); // the process that comes after knows nothing
            for (const later of PATH.slice(struck ? index : index + 1)) await later(deps, caseNumber);
          });
          expect(state, `write ${at}`).to.deep.equal(clean);
          if (!struck) break;
        }
      });
    }
  }

  it('leaves the case as it is when the last job comes again after all is done', async () => {
    const state = await play(async (deps, caseNumber) => {
      for (const act of [...PATH, ...PATH]) await act(deps, caseNumber);
    });

    expect(state).to.deep.equal(clean);
  });
});

async function strikes(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return false;
  } catch (error) {
    if (error instanceof Crash) return true;
    throw error;
  }
}

/** Plays a case and answers all that is left of it, without what is drawn by lot. */
async function play(acts: (deps: Deps, caseNumber: string) => Promise<void>): Promise<unknown> {
  const caseNumber = await registered(shared);
  await handedIn(shared, caseNumber, 'reply', { reply: '已经修好。' }, { by: CLERK, orderId: `${caseNumber}/1` });
  await handedIn(shared, caseNumber, 'callback', { reached: 'yes', solved: 'yes', satisfied: 'yes' });
  await acts(shared, caseNumber);
  const state = JSON.stringify(await stateOf(shared, caseNumber));

  return JSON.parse(state.replaceAll(caseNumber, 'CASE')) as unknown;
}

async function stateOf({ models }: Deps, caseNumber: string): Promise<unknown> {
  const [found, steps, orders, documents, callbacks, outbox] = await Promise.all([
    models.cases.find(caseNumber),
    models.steps.ofCase(caseNumber),
    models.orders.ofCase(caseNumber),
    models.documents.ofCase(caseNumber),
    models.callbacks.ofCase(caseNumber),
    models.outbox.ofCase(caseNumber),
  ]);
  expect(verifyChain(steps)).to.deep.equal({ intact: true });
  // A number drawn before a crash stays unused: the document's number may be a later one.
  const unnumbered = <T extends object>(list: readonly T[]) => list.map((entry) => ({ ...entry, number: undefined }));

  return {
    case: { ...found, caller: undefined, codeHash: undefined, opening: undefined },
    steps: steps.map(({ _id, number, act, data, at }) => ({ _id, number, act, data, at })),
    orders: unnumbered(orders),
    documents: unnumbered(documents),
    callbacks,
    outbox: outbox.map((entry) => ({ ...entry, text: undefined })),
  };
}
