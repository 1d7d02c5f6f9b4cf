import { randomUUID } from 'node:crypto';

import { expect } from 'chai';
import request from 'supertest';
import type { RegisteredCase } from '../../api/contract/register.js';
import { openApiBench, report, strangersReport, type ApiBench } from './workbench.js';

describe('a report that comes again because its answer was lost', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  after(() => bench.close());

  const register = async (body: object, post = 'center.agent') => (await bench.as(post)).post('/api/cases', body);
  const requestId = () => randomUUID();
  const totalOf = async () => (await bench.countDocuments())['cases'];

  it('registers one case, and tells number and code as before, whatever is changed by then', async () => {
    const once = report({ requestId: requestId() });
    const first = (await register(once)).body as RegisteredCase;
    const before = await totalOf();
    const again = (await register({ ...once, text: '另外的话' })).body as RegisteredCase;

    expect(again).to.deep.equal({ ...first, registeredBefore: true });
    expect(await totalOf()).to.equal(before);
    const follow = { caseNumber: again.caseNumber, code: again.code };
    await request(bench.app).post('/api/public/progress').send(follow).expect(200);
  });

  it('registers one case when both are under way at the same time', async () => {
    const once = strangersReport({ requestId: requestId() });
    const send = () => request(bench.app).post('/api/public/cases').send(once).expect(201);
    const [one, other] = (await Promise.all([send(), send()])).map(({ body }) => body as RegisteredCase);

    expect(one?.caseNumber).to.equal(other?.caseNumber);
    expect(one?.code).to.equal(other?.code);
  });

  it('is a case of its own for another person, and for another id', async () => {
    const once = report({ requestId: requestId() });
    const numbers = await Promise.all([
      register(once),
      register({ ...once, requestId: requestId() }),
      register({ ...once, channel: 'app' }, 'citizen'),
    ]);

    expect(new Set(numbers.map(({ body }) => (body as RegisteredCase).caseNumber))).to.have.length(3);
  });
});
