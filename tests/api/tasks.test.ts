import { expect } from 'chai';
import type { StepList } from '../../api/contract/record.js';
import type { TaskPage } from '../../api/contract/task.js';
import { mayFollow, STAGES } from '../../domain/case.js';
import { readEvents } from './event-reader.js';
import { filled, problemOf, taskActs } from './tasked-case.js';
import { engineStartMillis, openEngineBench, type ApiBench } from './workbench.js';

describe('working on tasks through the API', () => {
  let bench: ApiBench;
  before(async function () {
    this.timeout(engineStartMillis);
    bench = await openEngineBench();
  });
  after(() => bench.close());
  const { caseWithTask, act, read } = taskActs(() => bench);

  it('lies in the inbox of the posts it is offered to, with its case and due time', async () => {
    const { caseNumber, taskKey } = await caseWithTask({ title: '路灯不亮' });
    const task = await read('housing.clerk', taskKey);

    expect(task).to.include({ caseNumber, name: '承办', caseTitle: '路灯不亮', state: 'created', claimed: false });
    expect(task.dueAt).to.match(/^\d{4}-/);
    const others = await (await bench.as('water.clerk')).get(`/api/tasks?caseNumber=${caseNumber}`).expect(200);
    expect((others.body as TaskPage).total).to.equal(0);
  });

  it('lies in the inbox under the stage of its case, also after that moved on', async () => {
    const { caseNumber, taskKey } = await caseWithTask({ title: '阶段之后的井盖' });
    const inbox = async (post: string, query: string) => {
      const path = `/api/tasks?${query}&text=${encodeURIComponent('之后的井')}`;

      return ((await (await bench.as(post)).get(path).expect(200)).body as TaskPage).items.map((task) => task.taskKey);
    };
    const { stage } = (await bench.deps.models.cases.find(caseNumber))!;
    const next = STAGES.find((to) => mayFollow(stage, to) && to !== 'closed')!;
    for (const [post, whose] of [
      ['housing.clerk', 'unit'],
      ['center.supervisor', 'all'],
    ] as const)
      expect(await inbox(post, `whose=${whose}&stage=${stage}`), post).to.deep.equal([taskKey]);
    await bench.deps.models.cases.move(caseNumber, 'test:on', { to: next });

    expect(await inbox('housing.clerk', `whose=unit&stage=${stage}`)).to.deep.equal([]);
    expect(await inbox('housing.clerk', `whose=unit&stage=${next}`)).to.deep.equal([taskKey]);
    expect(await inbox('center.supervisor', `whose=all&stage=${stage}`)).to.deep.equal([]);
    expect(await inbox('center.supervisor', `whose=all&stage=${next},callback`)).to.deep.equal([taskKey]);
    expect(await inbox('center.supervisor', 'whose=all&state=completed')).to.deep.equal([]);
  });

  it('shows the form as it was deployed, and the lists that it chooses from without abolished units', async () => {
    const { taskKey } = await caseWithTask();
    const { form, options } = await read('housing.clerk', taskKey);

    expect(form?.formId).to.equal('handle-it');
    expect(form?.schema['components']).to.have.length(5);
    expect(options['units']).to.deep.include({ label: '市供水公司', value: 'water' });
    expect(options['units']?.map(({ value }) => value)).not.to.include('old-office');
  });

  it('tells those who may see it that a task changed, without saying what, and nobody else', async () => {
    const [clerk, other] = [
      await readEvents(bench, 'linhe.housing.clerk', '/api/tasks/events'),
      await readEvents(bench, 'linhe.water.clerk', '/api/tasks/events'),
    ];
    const { taskKey } = await caseWithTask();
    expect(await clerk.next('changed')).to.deep.equal({});
    await act('housing.clerk', taskKey, 'claim');
    await clerk.next('changed');

    expect(other.told.filter(({ event }) => event === 'changed')).to.deep.equal([]);
    for (const reader of [clerk, other]) reader.close();
  });

  it('is claimed, kept as a draft, released, and claimed by a colleague', async () => {
    const { taskKey } = await caseWithTask();
    const claimed = await act('housing.clerk', taskKey, 'claim');
    expect(claimed.body).to.include({ mine: true, claimed: true, claimedBy: 'housing' });
    await (
      await bench.as('housing.clerk')
    )
      .put(`/api/tasks/${taskKey}/draft`, { data: { told: '写到一半' } })
      .expect(204);
    expect((await read('housing.clerk', taskKey)).draft).to.deep.equal({ told: '写到一半' });

    expect((await act('housing.clerk', taskKey, 'release')).body).to.include({ mine: false, claimed: false });
    expect((await act('housing.clerk2', taskKey, 'claim')).body).to.include({ mine: true });
    expect((await read('housing.clerk2', taskKey)).draft).to.equal(null);
  });

  it('tells whoever comes second which unit holds it, and not who', async () => {
    const { taskKey } = await caseWithTask();
    await act('housing.clerk', taskKey, 'claim');
    const second = await act('housing.clerk2', taskKey, 'claim');

    expect(second.status).to.equal(409);
    expect(problemOf(second)).to.include({ code: 'TASK_TAKEN', detail: '任务已由市住建局的工作人员领取。' });
    expect(second.text).not.to.contain('clerk"').and.not.to.contain('housing.clerk');
  });

  it('gives one of two who claim at the same time the task', async () => {
    const { taskKey } = await caseWithTask();
    const answers = await Promise.all(['housing.clerk', 'housing.clerk2'].map((post) => act(post, taskKey, 'claim')));

    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
  });

  it('is handed over to a colleague of the same post, and to nobody else', async () => {
    const { taskKey, caseNumber } = await caseWithTask();
    await act('housing.clerk', taskKey, 'claim');
    const wrong = await act('housing.clerk', taskKey, 'hand-over', { to: 'linhe.water.clerk' });
    expect(wrong.status).to.equal(422);
    expect(problemOf(wrong).errors[0]?.field).to.equal('/to');
    await (
      await act('housing.clerk', taskKey, 'hand-over', { to: 'linhe.housing.clerk2', reason: '出差' })
    ).body;

    expect((await read('housing.clerk2', taskKey)).mine).to.equal(true);
    const steps = await (await bench.as('center.agent')).get(`/api/cases/${caseNumber}/steps`).expect(200);
    expect((steps.body as StepList).steps.map((step) => step.act)).to.include('hand-over-task');
  });

  it('is taken from one colleague and given to another by their superior', async () => {
    const { taskKey } = await caseWithTask();
    await act('housing.clerk', taskKey, 'claim');

    expect((await act('water.clerk', taskKey, 'hand-over', { to: 'linhe.housing.clerk2' })).status).to.be.oneOf([
      403, 404,
    ]);
    expect((await act('center.supervisor', taskKey, 'hand-over', { to: 'linhe.housing.clerk2' })).status).to.equal(200);
    expect((await read('housing.clerk2', taskKey)).mine).to.equal(true);
  });

  it('is completed with what was filled in, whole, and free text stays out of the engine', async () => {
    const { taskKey, caseNumber } = await caseWithTask();
    const done = await act('housing.clerk', taskKey, 'complete', filled);

    expect(done.status).to.equal(200);
    expect(done.body).to.include({ state: 'completed' });
    const row = await bench.deps.models.tasks.find(taskKey);
    expect(row?.submission?.data).to.deep.equal(filled.data);
    const steps = await (await bench.as('center.agent')).get(`/api/cases/${caseNumber}/steps`).expect(200);
    const list = steps.body as StepList;
    expect(list.chain.intact).to.equal(true);
    expect(list.steps.find((step) => step.act === 'complete-task')?.by.userId).to.equal('linhe.housing.clerk');
    expect((await read('housing.clerk', taskKey)).state).to.equal('completed');
  });

  it('answers 409 the second time, with who and when', async () => {
    const { taskKey } = await caseWithTask();
    await act('housing.clerk', taskKey, 'complete', filled);
    const steps = await bench.deps.models.steps.ofCase((await bench.deps.models.tasks.find(taskKey))!.caseNumber!);
    for (const post of ['housing.clerk', 'housing.clerk2']) {
      const again = await act(post, taskKey, 'complete', filled);
      expect(again.status, post).to.equal(409);
      expect(problemOf(again).code).to.equal('TASK_NOT_OPEN');
      expect(problemOf(again).detail).to.match(/任务已于 \d{4}-\d{2}-\d{2} [\d:]+ 由市住建局承办人完成/);
    }

    expect(await bench.deps.models.steps.ofCase(steps[0]!.caseNumber)).to.have.length(steps.length);
  });

  it('is completed once when two hand it in at the same time', async () => {
    const { taskKey, caseNumber } = await caseWithTask();
    await act('housing.clerk', taskKey, 'claim');
    const answers = await Promise.all(
      [filled, { data: { ...filled.data, days: 9 } }].map((body) => act('housing.clerk', taskKey, 'complete', body)),
    );

    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    const steps = await bench.deps.models.steps.ofCase(caseNumber);
    expect(steps.filter((step) => step.act === 'complete-task')).to.have.length(1);
  });
});
