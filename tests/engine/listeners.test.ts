import { expect } from 'chai';
import { Type } from 'typebox';

import { DomainError } from '../../domain/domain-error.js';
import type { EngineError } from '../../engine/errors.js';
import type { Job } from '../../engine/jobs.js';
import { worker, type WorkerDefinition } from '../../engine/worker.js';
import { gate } from './gate.js';
import { until } from './until.js';
import { workbench, type Workbench } from './workbench.js';

const Input = Type.Object({ caseNumber: Type.String() });

class NotAllowedError extends DomainError {
  readonly code = 'NOT_ALLOWED';
}

describe('task listeners', () => {
  let bench: Workbench;
  let seen: Job[];
  beforeEach(async () => {
    bench = await workbench();
    seen = [];
    await bench.deploy('listened-task.bpmn');
  });
  afterEach(() => bench.close());

  const listener = (event: string, handle: () => Promise<object> = () => Promise.resolve({})): WorkerDefinition =>
    worker(
      `${event}-${bench.mark}`,
      Input,
      async (_input, job) => {
        seen.push(job);

        return { ...(await handle()) };
      },
      { kind: 'listener' },
    );
  const startTask = async () => {
    const processInstanceKey = await bench.start('listened-task', { caseNumber: 'BC-20191221-0001' });
    const task = await until(
      'an open task',
      async () => (await bench.engine.tasks.search({ processInstanceKey, state: 'CREATED' }))[0],
    );

    return task;
  };

  it('learn the task, its groups, due date, priority and assignee', async () => {
    bench.work([listener('created'), listener('assigned'), listener('completed')]);
    const { key } = await startTask();
    await bench.engine.tasks.assign(key, 'baicheng.urban-management.clerk');
    await bench.engine.tasks.complete(key, { solved: true });

    expect(seen.map(({ type }) => type)).to.deep.equal(
      ['created', 'assigned', 'completed'].map((event) => `${event}-${bench.mark}`),
    );
    const [created, assigned, completed] = seen;
    expect(created?.userTask).to.include({ key, priority: 70, assignee: undefined });
    expect(created?.userTask?.candidateGroups).to.deep.equal(['baicheng/urban-management/clerk']);
    expect(created?.userTask?.dueDate).to.equal('2026-12-01T17:00:00+08:00'); // FEEL says 2026-12-01T17:00+08:00[Asia/Shanghai]
    expect(assigned?.userTask).to.include({ key, assignee: 'baicheng.urban-management.clerk' });
    expect(completed?.userTask).to.include({ key, assignee: 'baicheng.urban-management.clerk' });
    expect(completed).to.include({ caseNumber: 'BC-20191221-0001', elementId: 'reply' });
    expect(completed?.headers).to.deep.equal({});
  });

  it('tell of a task a moment before it is open, and whoever claims it then gets it', async () => {
    const told = gate();
    bench.work([listener('created', () => told.pass.then(() => ({}))), listener('assigned')]);
    const processInstanceKey = await bench.start('listened-task', { caseNumber: 'BC-20191221-0001' });
    const { key } = await until(
      'a task that is being created',
      async () => (await bench.engine.tasks.search({ processInstanceKey, state: 'CREATING' }))[0],
    );

    const claim = bench.engine.tasks.assign(key, 'baicheng.urban-management.clerk');
    // Long enough for the engine to have refused it the first time.
    setTimeout(told.open, 500);
    await claim;

    expect((await bench.engine.tasks.get(key)).assignee).to.equal('baicheng.urban-management.clerk');
  });

  it('may answer with variables without harm: they are left out', async () => {
    const workers = bench.work([listener('created', () => Promise.resolve({ solved: true }))]);
    await startTask();

    await until('the outcome', () => workers.metrics()[0]!.handled || undefined);
    expect(workers.metrics()[0]?.outcomes).to.include({ completed: 1, incident: 0 });
  });

  it('that refuse are an incident with the reason, for a listener cannot throw a BPMN error', async () => {
    bench.work([listener('created', () => Promise.reject(new NotAllowedError('材料不齐')))]);
    const processInstanceKey = await bench.start('listened-task', { caseNumber: 'BC-20191221-0001' });

    const incident = await until(
      'an incident',
      async () => (await bench.engine.incidents.search({ processInstanceKey }))[0],
    );

    expect(incident.type).to.equal('TASK_LISTENER_NO_RETRIES');
    expect(incident.message).to.contain('NOT_ALLOWED').and.contain('材料不齐');
  });

  it('answer a click while every place for other jobs is taken by slow ones', async () => {
    const { pass, open } = gate();
    const slow = await workbench();
    await slow.deploy('one-job.bpmn');
    let started = 0;
    const block = worker(`work-${slow.mark}`, Type.Object({}), async () => {
      started += 1;
      await pass;

      return {};
    });
    bench.work([block, ...['created', 'assigned', 'completed'].map((event) => listener(event))], {
      pools: { job: 2, listener: 2 },
    });
    await Promise.all([1, 2, 3].map(() => slow.start('one-job')));
    await until('two slow jobs at work', () => (started === 2 ? true : undefined));

    const { key } = await startTask();
    await bench.engine.tasks.complete(key, {});

    expect(started).to.equal(2);
    open();
    await slow.close();
  });

  it('that are away for a moment delay a completion and do not spoil it', async () => {
    bench.work([listener('created'), listener('assigned')]);
    const { key } = await startTask();
    const completed = bench.engine.tasks.complete(key, { solved: true });
    await until('the completion under way', async () =>
      (await bench.engine.tasks.get(key)).state === 'COMPLETING' ? true : undefined,
    );

    bench.work([listener('completed')]);
    await completed;

    expect((await bench.engine.tasks.get(key)).state).to.equal('COMPLETED');
  });

  it('that stay away are told as LISTENER_SLOW, and the completion comes through when they are back', async () => {
    bench.work([listener('created'), listener('assigned')]);
    const { key } = await startTask();

    const code = await bench.engine.tasks.complete(key, {}).catch((error: unknown) => (error as EngineError).code);
    expect(code).to.equal('LISTENER_SLOW');

    bench.work([listener('completed')]);
    await until('the completion', async () =>
      (await bench.engine.tasks.get(key)).state === 'COMPLETED' ? true : undefined,
    );
  });
});
