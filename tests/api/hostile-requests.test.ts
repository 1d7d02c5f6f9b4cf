import { expect } from 'chai';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import type { Problem } from '../../api/contract/problem.js';
import { openApiBench, report, startSession, strangersReport, type ApiBench } from './workbench.js';

describe('a request that means no good', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  after(() => bench.close());

  /** What was wrong, by field; the answer is a problem in Chinese. */
  const fieldsOf = (answer: request.Response, status: number, code: string): string[] => {
    expect(answer.status, answer.text).to.equal(status);
    expect(answer.headers['content-type']).to.contain('application/problem+json');
    const problem = answer.body as Problem;
    expect(problem.code).to.equal(code);
    expect(problem.detail).to.match(/\p{Script=Han}/u);

    return problem.errors.map(({ field }) => field);
  };

  describe('in its address', () => {
    const addresses: [string, string, string, string][] = [
      ['a sign that no text has', 'center.agent', '/api/cases?text=a%00b', '?text'],
      ['the same for accounts', 'admin', '/api/users?text=%00', '?text'],
      ['the same for tasks, in a list', 'center.agent', '/api/tasks?name=x,%1f', '?name/1'],
      ['the same in the path', 'center.agent', '/api/cases/LH-20200101-0001/documents/a%00', '/documentId'],
      ['a second that no clock shows', 'center.agent', '/api/cases?from=2019-12-31T23:59:60Z', '?from'],
      ['the same for tasks', 'center.agent', '/api/tasks?dueBefore=2019-12-31T23:59:60Z', '?dueBefore'],
      ['a page beyond all pages', 'center.agent', '/api/cases?page=1001', '?page'],
      ['a page too long for a number', 'center.agent', `/api/cases?page=${'9'.repeat(400)}`, '?page'],
      ['a page of minus one', 'center.agent', '/api/cases?limit=-1', '?limit'],
      ['a page in another notation', 'center.agent', '/api/cases?limit=1e1', '?limit'],
      ['the same name twice', 'center.agent', '/api/cases?locality=linhe&locality=other', '?locality'],
      ['an operator of the database', 'center.agent', '/api/cases?text[$gt]=', '?text[$gt]'],
      ['a program for the database', 'center.agent', '/api/cases?$where=sleep(1)', '?$where'],
      ['a name of every object', 'center.agent', '/api/cases?__proto__=1', '?__proto__'],
      ['a path in place of a number', 'center.agent', '/api/cases/..%2f..%2fetc%2fpasswd', '/caseNumber'],
      ['more stages than there are', 'center.agent', `/api/cases?stage=${'closed,'.repeat(9)}`, '?stage'],
    ];
    for (const [what, post, address, field] of addresses)
      it(`is told of ${what}`, async () => {
        const fields = fieldsOf(await (await bench.as(post)).get(address), 400, 'BAD_QUERY');

        expect(fields).to.include(field);
      });

    it('finds signs of patterns as they stand, and nothing else', async () => {
      await bench.clear();
      const agent = await bench.as('center.agent');
      await agent.post('/api/cases', report({ title: '井盖(.*)缺失' })).expect(201);
      const found = async (text: string) =>
        ((await agent.get(`/api/cases?text=${encodeURIComponent(text)}`).expect(200)).body as { items: unknown[] })
          .items.length;

      expect(await found('(.*)')).to.equal(1);
      expect(await found('井盖.*缺失')).to.equal(0);
      expect(await found('(((')).to.equal(0);
    });
  });

  describe('in its body', () => {
    const send = (body: Buffer, encoding: string) =>
      request(bench.app)
        .post('/api/public/cases')
        .set({ 'content-type': 'application/json', 'content-encoding': encoding })
        .serialize((raw: unknown) => raw as string)
        .send(body as never);

    it('is read when it is packed, and measured unpacked', async () => {
      await send(gzipSync(JSON.stringify(strangersReport())), 'gzip').expect(201);
      const bomb = gzipSync(JSON.stringify(strangersReport({ text: '长'.repeat(10_000_000) })));

      expect(bomb.length).to.be.below(102_400);
      expect(fieldsOf(await send(bomb, 'gzip'), 413, 'BODY_TOO_LARGE')).to.deep.equal(['/']);
    });

    it('is refused when it is packed badly, or in a way that nobody knows', async () => {
      fieldsOf(await send(Buffer.from('no gzip at all'), 'gzip'), 400, 'BAD_JSON');
      fieldsOf(await send(gzipSync(JSON.stringify(strangersReport())).subarray(0, 40), 'gzip'), 400, 'BAD_JSON');
      fieldsOf(await send(Buffer.from('{}'), 'rot13'), 415, 'NOT_JSON');
    });

    it('is refused with thousands of demands, and nothing is written', async () => {
      const before = await bench.countDocuments();
      const items = (count: number) =>
        strangersReport({ items: Array.from({ length: count }, () => ({ text: '修' })) });
      const register = (count: number) => request(bench.app).post('/api/public/cases').send(items(count));

      expect(fieldsOf(await register(6_000), 422, 'BAD_INPUT')).to.deep.equal(['/items']);
      expect(fieldsOf(await register(10_000), 413, 'BODY_TOO_LARGE')).to.deep.equal(['/']);
      expect(await bench.countDocuments()).to.deep.equal(before);
    });

    it('is refused with names that a database takes for commands, also where any name is kept', async () => {
      const agent = await bench.as('center.agent');
      const draft = JSON.parse(
        '{"fields": {"$where": "1", "a": {"$gt": ""}, "__proto__": {"roles": ["admin"]}}}',
      ) as object;
      const fields = fieldsOf(await agent.put('/api/intake-draft', draft), 422, 'BAD_INPUT');

      expect(fields).to.have.members(['/fields', '/fields', '/fields/a']);
      expect(((await agent.get('/api/intake-draft')).body as { fields: unknown }).fields).to.equal(null);
    });

    it('is refused with a number that has no end', async () => {
      const point = JSON.stringify(strangersReport({ place: { point: { longitude: 122, latitude: 0 } } }));
      const answer = await request(bench.app)
        .post('/api/public/cases')
        .set('content-type', 'application/json')
        .send(point.replace('"latitude":0', '"latitude":1e400'));

      expect(fieldsOf(answer, 422, 'BAD_INPUT')).to.include('/place/point/latitude');
    });
  });

  describe('by its method', () => {
    let server: Server;
    let url: string;
    before(async () => {
      server = createServer(bench.app).listen(0, '127.0.0.1');
      await once(server, 'listening');
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    after(() => {
      server.closeAllConnections();
      server.close();
    });

    it('has an end when only the head of an endless answer is asked for', async () => {
      for (const [post, path] of [
        ['linhe.center.supervisor', '/api/board/events'],
        ['linhe.center.agent', '/api/tasks/events'],
      ] as const) {
        const token = await startSession(bench.deps, post);
        const answer = await fetch(url + path, {
          method: 'HEAD',
          headers: { authorization: `Bearer ${token}` },
          signal: AbortSignal.timeout(10_000),
        });

        expect(answer.status, path).to.equal(200);
        expect(answer.headers.get('content-type')).to.contain('text/event-stream');
        expect(await answer.text()).to.equal('');
      }
    });

    it('is told what an address supports, also by OPTIONS and by methods of other protocols', async () => {
      for (const method of ['OPTIONS', 'PROPFIND', 'PUT']) {
        const answer = await fetch(`${url}/api/cases`, { method });

        expect(answer.status, method).to.equal(405);
        expect(answer.headers.get('allow')).to.equal('POST, GET');
        expect(((await answer.json()) as Problem).detail).to.contain(method);
      }
    });
  });
});
