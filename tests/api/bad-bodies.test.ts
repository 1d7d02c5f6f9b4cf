import { expect } from 'chai';
import request from 'supertest';
import type { Problem } from '../../api/contract/problem.js';
import { openApiBench, strangersReport, type ApiBench } from './workbench.js';

describe('a body that cannot be read', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  after(() => bench.close());

  const send = (body: string | Buffer, type = 'application/json') =>
    request(bench.app).post('/api/public/cases').set('Content-Type', type).send(body);
  const expectProblem = (answer: request.Response, status: number, code: string): Problem => {
    expect(answer.status).to.equal(status);
    expect(answer.headers['content-type']).to.contain('application/problem+json');
    const problem = answer.body as Problem;
    expect(problem).to.include({ status, code });

    return problem;
  };

  it('is refused with its place when the JSON is broken', async () => {
    const problem = expectProblem(await send('{\n  "locality": "linhe",\n  "title": }'), 400, 'BAD_JSON');

    expect(problem.detail).to.contain('第 3 行第 12 个字符');
  });

  it('is refused when the JSON ends too early', async () => {
    const problem = expectProblem(await send('{"locality": "linhe"'), 400, 'BAD_JSON');

    expect(problem.detail).to.contain('第 1 行第 21 个字符');
  });

  it('is refused when there is none', async () => {
    expectProblem(await request(bench.app).post('/api/public/cases'), 415, 'NOT_JSON');
  });

  it('is refused when it is empty JSON', async () => {
    expectProblem(await send(''), 422, 'BAD_INPUT');
  });

  it('is refused when it is a word, a list or null', async () => {
    for (const body of ['"linhe"', '[]', 'null', '7']) expectProblem(await send(body), 422, 'BAD_INPUT');
  });

  it('is refused when it is a form', async () => {
    expectProblem(await send('locality=linhe', 'application/x-www-form-urlencoded'), 415, 'NOT_JSON');
  });

  it('is refused when it is text in another alphabet', async () => {
    expectProblem(await send('{}', 'application/json; charset=gb18030'), 415, 'NOT_JSON');
  });

  it('is refused when it is over the limit, a megabyte of text too', async () => {
    const before = await bench.countDocuments();
    const problem = expectProblem(
      await send(JSON.stringify(strangersReport({ text: 'a'.repeat(1024 * 1024) }))),
      413,
      'BODY_TOO_LARGE',
    );

    expect(problem.errors).to.deep.equal([{ field: '/', reason: '内容过大', allowed: 102_400 }]);
    expect(await bench.countDocuments()).to.deep.equal(before);
  });

  it('is refused when it is nested without end', async () => {
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
    const problem = expectProblem(await send(deep), 422, 'BAD_INPUT');

    expect(problem.errors[0]?.reason).to.contain('嵌套');
  });

  it('is refused by name when it sets what every object has', async () => {
    const problem = expectProblem(await send('{"constructor": {"prototype": {"roles": ["admin"]}}}'), 422, 'BAD_INPUT');

    expect(problem.errors.map(({ field }) => field)).to.include('/constructor');
  });
});

describe('a request that fits no route', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  after(() => bench.close());

  it('is told that there is none', async () => {
    const answer = await request(bench.app).get('/api/nothing');

    expect(answer.status).to.equal(404);
    expect((answer.body as Problem).code).to.equal('NOT_FOUND');
  });

  it('is told which methods there are', async () => {
    const answer = await request(bench.app).delete('/api/cases');

    expect(answer.status).to.equal(405);
    expect(answer.headers['allow']).to.equal('POST, GET');
  });

  it('is refused when its address is badly written', async () => {
    const answer = await request(bench.app).get('/api/localities/%E0%A4%A/units');

    expect(answer.status).to.equal(400);
  });

  it('is refused by name for query values that are unknown, wrong, or given twice', async () => {
    const agent = await bench.as('center.agent');
    const answer = await agent.get('/api/cases?limit=1000&page=one&overdue=1&colour=red&text=a&text=b&from=yesterday');

    expect(answer.status).to.equal(400);
    const problem = answer.body as Problem;
    expect(problem.code).to.equal('BAD_QUERY');
    expect(problem.errors.map(({ field }) => field)).to.have.members([
      '?limit',
      '?page',
      '?overdue',
      '?colour',
      '?text',
      '?from',
    ]);
  });
});
