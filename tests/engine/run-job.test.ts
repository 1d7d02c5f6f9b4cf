import { expect } from 'chai';
import pino from 'pino';
import { Type } from 'typebox';

import { DomainError } from '../../domain/domain-error.js';
import type { Incident } from '../../engine/incidents.js';
import type { JobOutcome } from '../../engine/job-metrics.js';
import type { Job } from '../../engine/jobs.js';
import { runWorkers, type Workers } from '../../engine/run-workers.js';
import { worker } from '../../engine/worker.js';
import { until } from './until.js';
import { workbench, type Workbench } from './workbench.js';

class ReturnRefusedError extends DomainError {
  readonly code = 'RETURN_REFUSED';
}

const Input = Type.Object({ caseNumber: Type.String(), round: Type.Integer() });
const good = { caseNumber: 'BC-20191221-0001', round: 1 };

describe('a job', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench();
    await bench.deploy('one-job.bpmn', 'caught-refusal.bpmn');
  });
  afterEach(() => bench.close());

  const ended = (key: string) =>
    until('the end of the instance', async () =>
      (await bench.engine.instances.get(key)).state === 'COMPLETED' ? true : undefined,
    );
  const incidentOf = (processInstanceKey: string): Promise<Incident> =>
    until('an incident', async () => (await bench.engine.incidents.search({ processInstanceKey }))[0]);
  /** The engine shows an outcome a moment before its answer reaches the worker. */
  const counted = (workers: Workers, outcome: JobOutcome) =>
    until(`an outcome ${outcome}`, () => workers.metrics()[0]!.outcomes[outcome] || undefined);
  const elementsOf = async (key: string) => (await bench.engine.instances.elements(key)).map((each) => each.elementId);

  it('gives its handler the variables asked for and the headers of the diagram, and sets what the handler answers', async () => {
    const seen: { input?: unknown; job?: Job } = {};
    const done = worker(`work-${bench.mark}`, Input, (input, job) => {
      Object.assign(seen, { input, job });

      return Promise.resolve({ round: 2 });
    });
    const key = await bench.start('one-job', { ...good, urgency: 'normal' });
    bench.work([done]);
    await ended(key);

    expect(seen.input).to.deep.equal(good);
    expect(seen.job).to.include({
      type: `work-${bench.mark}`,
      caseNumber: 'BC-20191221-0001',
      processInstanceKey: key,
      processDefinitionId: `one-job-${bench.mark}`,
      processDefinitionVersion: 1,
      elementId: 'work',
      retries: 3,
      userTask: undefined,
    });
    expect(seen.job?.headers).to.deep.equal({ document: 'work-order' });
  });

  it('with wrong input becomes an incident at once, in words for the process owner, and its handler is not called', async () => {
    let calls = 0;
    const counting = worker(`work-${bench.mark}`, Input, () => {
      calls += 1;

      return Promise.resolve({});
    });
    const key = await bench.start('one-job', { caseNumber: 'BC-20191221-0001', round: 'first' });
    const workers = bench.work([counting]);

    const incident = await incidentOf(key);

    expect(incident).to.include({ type: 'JOB_NO_RETRIES', elementId: 'work' });
    expect(incident.message).to.contain('变量「round」应为整数,实际为文本 "first"').and.contain('环节「work」');
    expect(calls).to.equal(0);
    await counted(workers, 'incident');
  });

  it('goes on when its variable is corrected and the incident retried', async () => {
    const key = await bench.start('one-job', { caseNumber: 'BC-20191221-0001', round: 'first' });
    bench.work([worker(`work-${bench.mark}`, Input, () => Promise.resolve({}))]);
    const incident = await incidentOf(key);

    await bench.engine.instances.setVariables(key, { round: 1 });
    await bench.engine.incidents.retry(incident.key);

    await ended(key);
    expect(await bench.engine.incidents.search({ processInstanceKey: key })).to.deep.equal([]);
  });

  it('that is refused for a reason the diagram knows takes the way drawn for it', async () => {
    const refuse = worker(`work-${bench.mark}`, Input, () => Promise.reject(new ReturnRefusedError('已逾期,不得退单')));
    const key = await bench.start('caught-refusal', good);
    const workers = bench.work([refuse]);
    await ended(key);

    expect(await elementsOf(key))
      .to.include.members(['refused', 'kept'])
      .and.not.include('returned');
    await counted(workers, 'refused');
  });

  it('that is refused where the diagram draws no way for it becomes an incident with the reason', async () => {
    const refuse = worker(`work-${bench.mark}`, Input, () => Promise.reject(new ReturnRefusedError('已逾期,不得退单')));
    const key = await bench.start('one-job', good);
    bench.work([refuse]);

    const incident = await incidentOf(key);

    expect(incident.type).to.equal('UNHANDLED_ERROR_EVENT');
    expect(incident.message).to.contain('RETURN_REFUSED');
  });

  it('that meets trouble comes again later each time, and is an incident when its retries are used up', async () => {
    const calls: number[] = [];
    const trouble = worker(`work-${bench.mark}`, Input, () => {
      calls.push(performance.now());

      return Promise.reject(Object.assign(new Error('cannot reach 13812345678'), { code: 'ECONNREFUSED' }));
    });
    const key = await bench.start('one-job', good);
    const workers = bench.work([trouble]);

    const incident = await incidentOf(key);

    expect(calls).to.have.length(3);
    expect(calls[1]! - calls[0]!).to.be.at.least(100);
    expect(calls[2]! - calls[1]!).to.be.at.least(200);
    expect(incident.message).to.contain('ECONNREFUSED').and.not.contain('13812345678');
    await counted(workers, 'incident');
    expect(workers.metrics()[0]?.outcomes).to.include({ failed: 2, incident: 1 });
  });

  it('that meets passing trouble is done by a later try', async () => {
    let calls = 0;
    const passing = worker(`work-${bench.mark}`, Input, () => {
      calls += 1;

      return calls === 1 ? Promise.reject(new Error('database is away')) : Promise.resolve({});
    });
    const key = await bench.start('one-job', good);
    bench.work([passing]);
    await ended(key);

    expect(calls).to.equal(2);
  });

  it('whose answer the engine cannot read becomes an incident', async () => {
    const odd = worker(`work-${bench.mark}`, Input, () => Promise.resolve({ at: new Date(0) }));
    const key = await bench.start('one-job', good);
    bench.work([odd]);

    expect((await incidentOf(key)).message)
      .to.contain('不接受')
      .and.contain('Date');
  });

  it('that was cancelled while it was worked on is done with, without an error', async () => {
    let cancelled: Promise<void> | undefined;
    const slow = worker(`work-${bench.mark}`, Input, async (_input, job) => {
      cancelled ??= bench.engine.instances.cancel(job.processInstanceKey);
      await cancelled;

      return {};
    });
    await bench.start('one-job', good);
    const workers = bench.work([slow]);

    await until('the outcome', () => workers.metrics()[0]!.outcomes.gone || undefined);
    expect(workers.metrics()[0]?.outcomes).to.include({ gone: 1, unanswered: 0, failed: 0 });
  });

  it("leaves its case number, key and outcome in the log, and none of its variables or errors' words", async () => {
    const lines: string[] = [];
    const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
    const trouble = worker(`work-${bench.mark}`, Input, () => Promise.reject(new Error('王先生 13812345678')));
    const key = await bench.start('one-job', { ...good, caller: '王先生' });
    const workers = runWorkers(bench.engine, [trouble], {
      name: bench.mark,
      log,
      longPollMs: 1_000,
      startJitterMs: 0,
      retrySpacing: { baseMs: 50, capMs: 50 },
    });
    await incidentOf(key);
    await workers.stop();

    const text = lines.join('');
    expect(text).to.contain('"caseNumber":"BC-20191221-0001"').and.contain('"outcome":"incident"');
    expect(text).to.contain('run-job.test').and.not.contain('王先生').and.not.contain('13812345678');
  });
});
