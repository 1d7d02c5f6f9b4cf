import { expect } from 'chai';
import { now } from './contract-client.js';
import { ContractStage } from './contract-stage.js';

interface Idle {
  idle: boolean;
  jobs?: { type: string; count: number; state: string }[];
}

describe("the host's own calls", () => {
  let stage: ContractStage;

  before(async function () {
    this.timeout(180_000);
    stage = await ContractStage.open('strict');
  });

  const get = (path: string) => fetch(stage.engine.restAddress + path);
  const idle = async (body: object) => {
    const answer = await fetch(`${stage.engine.restAddress}/host/idle`, { method: 'POST', body: JSON.stringify(body) });

    return (await answer.json()) as Idle;
  };

  it('says that every part is well', async () => {
    const answer = await get('/health');
    const { status, log, state, processor, index } = (await answer.json()) as Record<string, { status: string }>;

    expect(answer.status).to.equal(200);
    expect([status, log?.status, state?.status, processor?.status, index?.status]).to.deep.equal(Array(5).fill('UP'));
  });

  it('counts what it does', async () => {
    await stage.engine.idle();
    const text = await (await get('/metrics')).text();

    expect(text).to.match(/^enginehost_commands_total [1-9]/m);
    expect(text).to.match(/^enginehost_index_lag 0/m);
    expect(text).to.match(/^enginehost_healthy 1/m);
  });

  it('is idle at once when there is nothing to do', async () => {
    await idle({});
    const began = performance.now();

    expect(await idle({ timeoutMs: 5_000 })).to.deep.equal({ idle: true });
    expect(performance.now() - began).to.be.lessThan(2_500);
  });

  it('is not idle while there is a job, taken or not, unless its type is ignored', async () => {
    const processInstanceKey = await stage.start('contract-review', { caseNumber: 'H-1' });
    const job = { type: 'contract-listener', count: 1 };

    expect(await idle({ timeoutMs: 100 })).to.deep.include({ idle: false, jobs: [{ ...job, state: 'ACTIVATABLE' }] });
    expect(await idle({ ignoreTypes: ['contract-listener'] })).to.deep.equal({ idle: true });
    const { jobKey } = await stage.takeJob('contract-listener');
    expect(await idle({ timeoutMs: 100 })).to.deep.include({ idle: false, jobs: [{ ...job, state: 'ACTIVATED' }] });

    const waiting = idle({ timeoutMs: 10_000 });
    await stage.client.failJob({ jobKey, retries: 2, retryBackOff: 3_600_000 });
    expect(await waiting, 'a job in back-off').to.deep.equal({ idle: true });
    await stage.client.cancelProcessInstance({ processInstanceKey });
  });

  it('knows the next timer and where the clock stands', async () => {
    expect(await stage.engine.nextTimer()).to.equal(undefined);
    const { processInstanceKey } = await stage.openTask('H-2');
    const timer = (await (await get('/host/next-timer')).json()) as Record<string, string>;
    expect(timer).to.include({ elementId: 'overdue', processInstanceKey });

    const moment = new Date(Date.parse(timer.dueDate!) - 1);
    await stage.engine.pin(moment);
    expect(await (await get('/host/clock')).json()).to.deep.equal({ now: moment.toISOString(), pinned: true });
    await stage.engine.idle();
    expect(await stage.engine.nextTimer(), 'a millisecond early').to.deep.equal(new Date(timer.dueDate!));
    await stage.engine.pin(new Date(timer.dueDate!));
    await stage.engine.idle();
    expect(await stage.engine.nextTimer()).to.equal(undefined);
    const { items } = await stage.client.searchElementInstances({ filter: { processInstanceKey, elementId: 'overdue' } }, now);
    expect(items?.[0]?.state).to.equal('COMPLETED');

    await stage.engine.resetClock();
    expect(((await (await get('/host/clock')).json()) as { pinned: boolean }).pinned).to.equal(false);
    await stage.client.cancelProcessInstance({ processInstanceKey });
  });
});
