import { expect } from 'chai';
import { filled, problemOf, taskActs } from './tasked-case.js';
import { engineStartMillis, openEngineBench, type ApiBench } from './workbench.js';

describe('a task refuses, and stays as it was', () => {
  let bench: ApiBench;
  before(async function () {
    this.timeout(engineStartMillis);
    bench = await openEngineBench();
  });
  after(() => bench.close());
  const { caseWithTask, act, read } = taskActs(() => bench);

  const wrong: [string, object, string, RegExp][] = [
    ['a field the form does not have', { data: { ...filled.data, colour: 'red' } }, '/data/colour', /没有字段“colour”/],
    ['a field of Object.prototype', JSON.parse('{"data": {"__proto__": {"a": 1}}}') as object, '/data', /./],
    ['a required field left out', { data: { result: 'solved' } }, '/data/told', /“情况说明”必须填写/],
    ['a blank required field', { data: { ...filled.data, told: '   ' } }, '/data/told', /必须填写/],
    ['a choice that is none', { data: { ...filled.data, result: 'maybe' } }, '/data/result', /不在可选项中/],
    ['a unit that was abolished', { data: { ...filled.data, withUnitId: 'old-office' } }, '/data/withUnitId', /可选项/],
    ['a number that is a word', { data: { ...filled.data, days: 'two' } }, '/data/days', /数字/],
    ['a number out of range', { data: { ...filled.data, days: 31 } }, '/data/days', /不能大于 30/],
    ['a text that is too long', { data: { ...filled.data, told: '长'.repeat(201) } }, '/data/told', /最多 200 字/],
    ['no data', {}, '/data', /必须填写/],
    ['another field beside the data', { ...filled, variables: { caseNumber: 'X' } }, '/variables', /没有这个字段/],
  ];

  let taskKey: string;
  before(async () => ({ taskKey } = await caseWithTask()));

  for (const [what, body, field, reason] of wrong) {
    it(what, async () => {
      const before = await bench.countDocuments();
      const answer = await act('housing.clerk', taskKey, 'complete', body);

      expect(answer.status).to.equal(422);
      const found = problemOf(answer).errors.find((error) => error.field.startsWith(field));
      expect(found, JSON.stringify(problemOf(answer).errors)).to.not.equal(undefined);
      expect(found?.reason).to.match(reason);
      expect(await bench.countDocuments()).to.deep.equal(before);
      const row = await bench.deps.models.tasks.find(taskKey);
      expect(row).to.include({ state: 'created' }).and.not.to.have.any.keys('submission', 'assignee');
    });
  }

  it('somebody of another unit, of another post, and a citizen', async () => {
    for (const post of ['water.clerk', 'housing.deputy', 'center.agent', 'citizen', 'admin']) {
      for (const verb of ['claim', 'complete']) {
        const answer = await act(post, taskKey, verb, verb === 'complete' ? filled : undefined);
        expect(answer.status, `${post} ${verb}`).to.equal(403);
      }
    }
    expect((await bench.deps.models.tasks.find(taskKey))?.state).to.equal('created');
  });

  it('a colleague, while somebody holds it', async () => {
    await act('housing.clerk', taskKey, 'claim');
    const answer = await act('housing.clerk2', taskKey, 'complete', filled);

    expect(answer.status).to.equal(403);
    expect(problemOf(answer).code).to.equal('TASK_NOT_YOURS');
  });

  it('a task that is not there', async () => {
    expect((await act('housing.clerk', '1', 'complete', filled)).status).to.equal(404);
    expect((await act('housing.clerk', 'one', 'complete', filled)).status).to.equal(400);
  });

  it('of a confidential case is unknown to all but those it is for', async () => {
    const { taskKey } = await caseWithTask({ confidential: true });

    for (const post of ['center.supervisor', 'center.policy', 'housing.deputy']) {
      expect((await (await bench.as(post)).get(`/api/tasks/${taskKey}`)).status, post).to.equal(404);
    }
    expect((await act('water.clerk', taskKey, 'claim')).status).to.equal(404);
    await read('housing.clerk', taskKey);
  });
});
