import { expect } from 'chai';

import { claimTask } from '../../commands/claim-task.js';
import { completeTask } from '../../commands/complete-task.js';
import type { Person } from '../../commands/person.js';
import { until } from '../support/until.js';
import { refusal } from './acts.js';
import { INTAKE, inTown } from './town.js';
import { AGENT, CLERK, person } from './workbench.js';

const DONE = 'no refusal but undefined';
const OTHER_CLERK = person('heating', 'clerk', '2');

describe('people at the same task', () => {
  const here = inTown();

  const acts = async (caseNumber: string, act: string, key: string) =>
    (await here.deps.models.steps.ofCase(caseNumber)).filter(
      (step) => step.act === act && step.data['taskKey'] === key,
    );
  const complete = (key: string, who: Person, data: object) => refusal(completeTask(here.deps)(key, { ...data }, who));
  const rowOf = async (key: string) => (await here.deps.models.tasks.find(key))!;

  it('who claim it at once: one has it, the other is told so', async () => {
    const { caseNumber, key } = await here.town.atSigning();

    const answers = await Promise.all([CLERK, OTHER_CLERK].map((who) => refusal(claimTask(here.deps)(key, who))));

    expect(answers.filter((answer) => answer === DONE)).to.have.length(1);
    expect(answers.find((answer) => answer !== DONE)).to.be.oneOf(['TASK_TAKEN', 'TASK_NOT_YOURS', 'TASK_NOT_OPEN']);
    const winner = answers[0] === DONE ? CLERK : OTHER_CLERK;
    expect((await here.deps.engine.tasks.get(key)).assignee).to.equal(winner.userId);
    expect((await rowOf(key)).assignee).to.equal(winner.userId);
    expect(await acts(caseNumber, 'assign-task', key)).to.have.length(1);
  });

  it('who complete it at once: one submission counts, with one step', async () => {
    const { caseNumber, key } = await here.town.atSigning();

    const answers = await Promise.all([CLERK, OTHER_CLERK].map((who) => complete(key, who, { signAct: 'accept' })));

    expect(answers.filter((answer) => answer === DONE)).to.have.length(1);
    expect(answers.find((answer) => answer !== DONE)).to.be.oneOf(['TASK_TAKEN', 'TASK_NOT_YOURS', 'TASK_NOT_OPEN']);
    const winner = answers[0] === DONE ? CLERK : OTHER_CLERK;
    const row = await rowOf(key);
    expect(row.submission?.by.userId).to.equal(winner.userId);
    expect(row).not.to.have.property('pending');
    const steps = await acts(caseNumber, 'complete-task', key);
    expect(steps.map(({ by }) => by.userId)).to.deep.equal([winner.userId]);
    await here.town.task(caseNumber, '承办');
  });

  it('who click twice: the second click is told that the task is closed', async () => {
    const { caseNumber, key } = await here.town.atIntake();

    const answers = await Promise.all([complete(key, AGENT, INTAKE), complete(key, AGENT, INTAKE)]);

    expect(answers.filter((answer) => answer === DONE)).to.have.length(1);
    expect(answers.find((answer) => answer !== DONE)).to.be.oneOf(['TASK_NOT_OPEN', 'TASK_TAKEN']);
    expect((await rowOf(key)).submission?.data).to.deep.equal(INTAKE);
    expect(await complete(key, AGENT, INTAKE)).to.equal('TASK_NOT_OPEN');
    expect(await acts(caseNumber, 'complete-task', key)).to.have.length(1);
  });

  it('that is not offered to them, or is unknown, are refused', async () => {
    const { key } = await here.town.atIntake();

    expect(await refusal(claimTask(here.deps)(key, CLERK))).to.equal('TASK_NOT_YOURS');
    expect(await complete(key, CLERK, INTAKE)).to.equal('TASK_NOT_YOURS');
    expect(await refusal(claimTask(here.deps)('17', CLERK))).to.equal('TASK_NOT_FOUND');
    expect((await rowOf(key)).state).to.equal('created');
  });

  it('that the procedure took back are told so', async () => {
    const { caseNumber, key } = await here.town.atIntake();
    const found = await here.deps.models.cases.find(caseNumber);

    await here.deps.engine.instances.cancel(found!.processInstanceKey!);

    await until(async () => (await rowOf(key)).state === 'canceled');
    expect(await complete(key, AGENT, INTAKE)).to.equal('TASK_NOT_OPEN');
    expect(await refusal(claimTask(here.deps)(key, AGENT))).to.equal('TASK_NOT_OPEN');
    await until(async () => (await acts(caseNumber, 'cancel-task', key)).length === 1);
  });

  it('of a case that nobody knows can do it all the same', async () => {
    const variables = { caseNumber: 'TT-20000101-0001', locality: 'testtown' };
    const { key: processInstanceKey } = await here.deps.engine.instances.create({
      process: { id: 'testtown-case' },
      variables,
      startAt: ['intake'],
    });
    const { _id: key } = await here.town.task(variables.caseNumber, '受理分类');

    expect((await rowOf(key)).processInstanceKey).to.equal(processInstanceKey);
    expect(await complete(key, AGENT, INTAKE)).to.equal(DONE);
    expect((await rowOf(key)).submission?.data).to.deep.equal(INTAKE);
    expect(await here.deps.models.steps.ofCase(variables.caseNumber)).to.deep.equal([]);
    await here.deps.engine.instances.cancel(processInstanceKey);
  });
});

describe('a submission whose listener is away', () => {
  const here = inTown({ without: ['task-completed'] });

  it('waits with the task, cannot be replaced, and is bound when the listener is back', async function () {
    this.timeout(120_000);
    const { caseNumber, key } = await here.town.atIntake();
    const submit = (note: string) => refusal(completeTask(here.deps)(key, { ...INTAKE, note }, AGENT));

    expect(await submit('第一次')).to.be.oneOf(['LISTENER_SLOW', 'ENGINE_UNAVAILABLE']);
    expect((await here.deps.models.tasks.find(key))?.pending?.data).to.deep.include({ note: '第一次' });
    expect(await submit('第二次')).to.equal('TASK_NOT_OPEN');
    const tasks = here.deps.models.connection.collection<{ _id: string }>('tasks');
    await tasks.updateOne({ _id: key }, { $set: { 'pending.until': new Date(0) } });
    expect(await submit('第三次')).to.equal('TASK_NOT_OPEN');

    await here.town.work();

    await until(async () => (await here.deps.models.tasks.find(key))?.state === 'completed');
    expect((await here.deps.models.tasks.find(key))?.submission?.data).to.deep.include({ note: '第一次' });
    await here.town.task(caseNumber, '签收');
    const steps = (await here.deps.models.steps.ofCase(caseNumber)).filter(({ act }) => act === 'complete-task');
    expect(steps).to.have.length(1);
  });
});
