import { expect } from 'chai';

import type { EngineError } from '../../engine/errors.js';
import type { UserTask } from '../../engine/user-tasks.js';
import { until } from './until.js';
import { workbench, type Workbench } from './workbench.js';

describe('user tasks', () => {
  let bench: Workbench;
  before(async () => {
    bench = await workbench();
    await bench.deploy('user-task.bpmn', 'reply.form');
  });
  after(() => bench.close());

  const openTask = async (): Promise<UserTask> => {
    const processInstanceKey = await bench.start('user-task');

    return await until('a user task', async () => {
      const [task] = await bench.engine.tasks.search({ processInstanceKey, state: 'CREATED' });

      return task;
    });
  };
  const codeOf = (act: Promise<unknown>) =>
    act.then(
      () => 'DONE',
      (error: unknown) => (error as EngineError).code,
    );

  it('carries what the diagram says of it', async () => {
    const task = await openTask();

    expect(task).to.include({ name: '承办', elementId: 'reply', priority: 70, assignee: undefined });
    expect(task.candidateGroups).to.deep.equal(['baicheng/urban-management/clerk']);
    expect(new Date(task.dueDate!).toISOString()).to.equal('2026-12-01T09:00:00.000Z');
  });

  it('is listed page by page while it is open, oldest first', async () => {
    const started = [await openTask(), await openTask(), await openTask()].map(({ key }) => key);
    await bench.engine.tasks.complete(started[1]!, {});

    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await bench.engine.tasks.open(after, 2);
      expect(page.tasks).to.have.length.at.most(2);
      seen.push(...page.tasks.map(({ key }) => key));
      after = page.next;
    } while (after !== undefined);

    expect(seen.filter((key) => started.includes(key))).to.deep.equal([started[0], started[2]]);
    expect(new Set(seen)).to.have.property('size', seen.length);
  });

  it('hands out the form bound to it', async () => {
    const { key } = await openTask();

    const form = await bench.engine.tasks.form(key);

    expect(form).to.include({ id: `reply-${bench.mark}`, version: 1 });
    expect(form?.schema).to.have.property('components').with.length(1);
  });

  it('goes on with the variables of its completion', async () => {
    const { key, processInstanceKey } = await openTask();

    await bench.engine.tasks.complete(key, { solved: true });

    await until('the end', async () =>
      (await bench.engine.instances.get(processInstanceKey)).state === 'COMPLETED' ? true : undefined,
    );
    expect((await bench.engine.tasks.get(key)).state).to.equal('COMPLETED');
  });

  it('is not open any more when it is completed a second time', async () => {
    const { key } = await openTask();
    await bench.engine.tasks.complete(key, {});

    expect(await codeOf(bench.engine.tasks.complete(key, {}))).to.equal('TASK_NOT_OPEN');
  });

  it('is completed once by two who do it at the same moment', async () => {
    const { key } = await openTask();

    const codes = await Promise.all([1, 2].map(() => codeOf(bench.engine.tasks.complete(key, {}))));

    expect(codes.sort()).to.deep.equal(['DONE', 'TASK_NOT_OPEN']);
  });

  it('is not found under a key that was never given', async () => {
    expect(await codeOf(bench.engine.tasks.complete('4503599627370497', {}))).to.equal('TASK_NOT_FOUND');
  });

  it('belongs to the first of two who claim it', async () => {
    const { key } = await openTask();

    const claims = ['baicheng.urban-management.clerk', 'baicheng.urban-management.clerk2'];
    const codes = await Promise.all(claims.map((who) => codeOf(bench.engine.tasks.assign(key, who))));

    expect([...codes].sort()).to.deep.equal(['DONE', 'TASK_TAKEN']);
    const winner = claims[codes.indexOf('DONE')];
    expect((await bench.engine.tasks.get(key)).assignee).to.equal(winner);
  });

  it('is handed over by who may override, and free again when it is given back', async () => {
    const { key } = await openTask();
    await bench.engine.tasks.assign(key, 'baicheng.urban-management.clerk');

    await bench.engine.tasks.assign(key, 'baicheng.urban-management.leader', { override: true });
    expect((await bench.engine.tasks.get(key)).assignee).to.equal('baicheng.urban-management.leader');

    await bench.engine.tasks.unassign(key);
    expect((await bench.engine.tasks.get(key)).assignee).to.equal(undefined);
  });

  it('cannot be claimed when it is completed', async () => {
    const { key } = await openTask();
    await bench.engine.tasks.complete(key, {});

    const claim = bench.engine.tasks.assign(key, 'baicheng.urban-management.clerk');

    expect(await codeOf(claim)).to.equal('TASK_NOT_OPEN');
  });

  it('takes a later due date and another priority', async () => {
    const { key } = await openTask();

    await bench.engine.tasks.update(key, { dueDate: '2026-12-05T17:00:00+08:00', priority: 90 });

    const task = await bench.engine.tasks.get(key);
    expect(task.priority).to.equal(90);
    expect(new Date(task.dueDate!).toISOString()).to.equal('2026-12-05T09:00:00.000Z');
  });
});
