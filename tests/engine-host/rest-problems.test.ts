import { expect } from 'chai';
import { now } from './contract-client.js';
import { ContractStage } from './contract-stage.js';

describe("what the host's REST calls refuse", () => {
  let stage: ContractStage;

  before(async function () {
    this.timeout(180_000);
    stage = await ContractStage.open('strict');
  });

  const call = async (method: string, path: string, body?: string) => {
    const answer = await fetch(stage.engine.restAddress + path, { method, ...(body !== undefined && { body }) });
    const problem = (await answer.json()) as Record<string, unknown>;
    expect(answer.headers.get('content-type')).to.equal('application/problem+json');
    expect(problem).to.include({ type: 'about:blank', status: answer.status, instance: path });

    return { status: answer.status, detail: problem.detail as string, allow: answer.headers.get('allow') };
  };

  const refusals = {
    'an unknown path': ['GET', '/v2/nothing-here', undefined, 404, 'nothing at /v2/nothing-here'],
    'a key that is none': ['GET', '/v2/user-tasks/abc', undefined, 400, "userTaskKey is 'abc'"],
    'a key of nothing': ['GET', '/v2/incidents/1', undefined, 404, "key '1' not found"],
    'a body that is not JSON': ['POST', '/v2/jobs/search', '{', 400, 'not JSON'],
    'a body that is no object': ['POST', '/v2/jobs/search', '[]', 400, 'must be a JSON object'],
    'an unknown field': ['PUT', '/v2/clock', '{"time":1}', 400, 'time is unknown; allowed are timestamp'],
    'a missing field': ['PUT', '/v2/clock', '{}', 400, 'timestamp is missing'],
    'a field of the wrong kind': ['POST', '/v2/messages/publication', '{"name":7}', 400, 'name is 7; it must be a string'],
    'a job that is over': ['POST', '/v2/jobs/1/completion', '{}', 404, "rejected with code 'NOT_FOUND'"],
    'an unknown process': ['POST', '/v2/process-instances', '{"processDefinitionId":"nobody"}', 404, 'nobody'],
    'two ways to name a process': [
      'POST',
      '/v2/process-instances',
      '{"processDefinitionId":"a","processDefinitionKey":"1"}',
      400,
      'exactly one of',
    ],
    'a tag that is none': ['POST', '/v2/process-instances', '{"processDefinitionId":"a","tags":["1"]}', 400, 'tags is ["1"]'],
    'an update that changes nothing': ['PATCH', '/v2/user-tasks/1', '{}', 400, 'at least one of them'],
    'a priority beyond 100': ['PATCH', '/v2/user-tasks/1', '{"changeset":{"priority":101}}', 400, 'changeset.priority is 101'],
    'an unknown filter': ['POST', '/v2/user-tasks/search', '{"filter":{"color":1}}', 400, 'filter.color is unknown; allowed are'],
    'an unknown operator': [
      'POST',
      '/v2/user-tasks/search',
      '{"filter":{"priority":{"$like":"1"}}}',
      400,
      'filter.priority.$like is unknown; allowed are $eq, $exists, $gt, $gte, $in, $lt, $lte, $neq',
    ],
    'a state that is none': ['POST', '/v2/incidents/search', '{"filter":{"state":"BAD"}}', 400, 'allowed are ACTIVE, PENDING'],
    'a sort field that is none': ['POST', '/v2/jobs/search', '{"sort":[{"field":"color"}]}', 400, 'sort[0].field is "color"'],
    'a page that is too large': ['POST', '/v2/jobs/search', '{"page":{"limit":10001}}', 400, 'from 1 to 10000'],
    'a cursor of its own making': ['POST', '/v2/jobs/search', '{"page":{"after":"xx"}}', 400, 'cursor'],
  } as const;

  for (const [what, [method, path, body, status, detail]] of Object.entries(refusals)) {
    it(`refuses ${what}`, async () => {
      const answer = await call(method, path, body);

      expect(answer.status).to.equal(status);
      expect(answer.detail).to.contain(detail);
    });
  }

  it('names the methods of a path that is called with another', async () => {
    expect(await call('DELETE', '/v2/user-tasks/1')).to.include({ status: 405, allow: 'GET, PATCH' });
  });

  it('says 504 when a listener takes too long, and completes the task all the same', async function () {
    this.timeout(120_000);
    const { userTaskKey } = await stage.openTask('P-1');
    const { status } = await call('POST', `/v2/user-tasks/${userTaskKey}/completion`, '{}');
    expect(status).to.equal(504);

    await stage.finishJob('contract-listener');
    await stage.finishJob('contract-work');
    expect((await stage.client.getUserTask({ userTaskKey }, now)).state).to.equal('COMPLETED');
  });

  it('refuses a body of more than 4 MB', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(4 * 1024 * 1024) });

    expect((await call('POST', '/v2/messages/publication', body)).status).to.equal(413);
  });
});
