import { expect } from 'chai';
import { ContractStage } from './contract-stage.js';

interface Found {
  items: Record<string, string>[];
  page: { totalItems: number; startCursor: string; endCursor: string };
}

describe("the host's searches", () => {
  let stage: ContractStage;
  let instances: string[];

  before(async function () {
    this.timeout(180_000);
    stage = await ContractStage.open('none');
    instances = [];
    for (const [i, city] of ['baicheng', 'zhangye', 'fengjie', 'baicheng', 'zhangye'].entries()) {
      instances.push(await stage.start('contract-inner', { caseNumber: `S-${i}`, city, weight: i }, `search:${i % 2}`));
    }
    await stage.client.cancelProcessInstance({ processInstanceKey: instances[4]! });
  });

  after(async () => {
    for (const processInstanceKey of instances.slice(0, 4)) await stage.client.cancelProcessInstance({ processInstanceKey });
  });

  const search = async (what: string, body: object): Promise<Found> => {
    const answer = await fetch(`${stage.engine.restAddress}/v2/${what}/search`, { method: 'POST', body: JSON.stringify(body) });
    const found = (await answer.json()) as Found;
    expect(answer.status, JSON.stringify(found)).to.equal(200);

    return found;
  };

  /** Which of the five instances a filter finds. */
  const found = async (filter: object) => {
    const { items } = await search('process-instances', {
      filter: { ...filter, processInstanceKey: { $in: instances } },
      sort: [{ field: 'processInstanceKey' }],
    });

    return items.map(({ processInstanceKey }) => instances.indexOf(processInstanceKey!));
  };

  const variable = (name: string, value: unknown) => ({ variables: [{ name, value }] });

  const filters: [string, object, number[]][] = [
    ['a tag', { tags: ['search:1'] }, [1, 3]],
    ['a variable', variable('city', '"baicheng"'), [0, 3]],
    ['a variable like a pattern', variable('city', { $like: '"*e*g*"' }), [0, 2, 3]],
    ['two variables', { variables: [...variable('city', '"baicheng"').variables, ...variable('weight', '3').variables] }, [3]],
    ['a state', { state: 'TERMINATED' }, [4]],
    ['one of several states', { state: { $in: ['TERMINATED', 'COMPLETED'] } }, [4]],
    ['another state', { state: { $neq: 'ACTIVE' } }, [4]],
    ['no end', { endDate: { $exists: false } }, [0, 1, 2, 3]],
    ['a start in time', { startDate: { $gt: '2020-01-01T00:00:00Z', $lt: '2100-01-01T00:00:00+08:00' } }, [0, 1, 2, 3, 4]],
    ['an element in a state', { elementId: 'wait', elementInstanceState: 'TERMINATED' }, [4]],
    ['no incident', { hasIncident: true }, []],
    ['a process', { processDefinitionId: { $notIn: ['contract-inner'] } }, []],
    ['no parent', { parentProcessInstanceKey: { $exists: false }, processDefinitionName: { $like: '内?' } }, [0, 1, 2, 3, 4]],
    ['either of two', { $or: [{ state: 'TERMINATED' }, variable('city', '"fengjie"')] }, [2, 4]],
  ];

  for (const [what, filter, expected] of filters) {
    it(`finds instances by ${what}`, async () => {
      expect(await found(filter)).to.deep.equal(expected);
    });
  }

  it('leads from page to page and back, also where nothing decides the order', async () => {
    const query = { filter: { processInstanceKey: { $in: instances } }, sort: [{ field: 'endDate', order: 'DESC' }] };
    const at = async (page: object) => {
      const it = await search('process-instances', { ...query, page: { limit: 2, ...page } });
      return { ...it.page, hits: it.items.map(({ processInstanceKey }) => instances.indexOf(processInstanceKey!)) };
    };

    const first = await at({});
    expect(first).to.include({ totalItems: 5 }).and.to.have.deep.property('hits', [4, 0]);
    const second = await at({ after: first.endCursor });
    expect(second.hits).to.deep.equal([1, 2]);
    expect((await at({ after: second.endCursor })).hits).to.deep.equal([3]);
    expect((await at({ before: second.startCursor })).hits).to.deep.equal([4, 0]);
    expect((await at({ from: 3 })).hits).to.deep.equal([2, 3]);
  });

  it('finds user tasks by their group, their user and the variables around them', async () => {
    const { processInstanceKey, userTaskKey } = await stage.openTask('S-9');
    const keys = async (filter: object) =>
      (await search('user-tasks', { filter: { state: 'CREATED', ...filter } })).items.map((it) => it.userTaskKey);

    expect(await keys({ candidateGroup: 'night' })).to.deep.equal([userTaskKey]);
    expect(await keys({ candidateGroup: { $in: ['nobody', 'hotline'] } })).to.deep.equal([userTaskKey]);
    expect(await keys({ candidateGroup: 'nobody' })).to.deep.equal([]);
    expect(await keys({ candidateUser: 'wang', priority: { $gte: 70 } })).to.deep.equal([userTaskKey]);
    expect(await keys({ processInstanceVariables: [{ name: 'caseNumber', value: '"S-9"' }] })).to.deep.equal([userTaskKey]);
    expect(await keys({ localVariables: [{ name: 'shadowed', value: '"outer"' }] })).to.deep.equal([]);
    expect(await keys({ dueDate: { $lt: '2030-01-31T08:30:01+08:00' } })).to.deep.equal([userTaskKey]);
    await stage.client.cancelProcessInstance({ processInstanceKey });
  });

  it('cuts a long variable and keeps it whole for who asks', async () => {
    const processInstanceKey = await stage.start('contract-inner', { caseNumber: 'S-8', long: 'x'.repeat(20_000) });
    const read = async (query: string) => {
      const answer = await fetch(`${stage.engine.restAddress}/v2/variables/search${query}`, {
        method: 'POST',
        body: JSON.stringify({ filter: { processInstanceKey, name: 'long' } }),
      });
      const { items } = (await answer.json()) as { items: { value: string; isTruncated: boolean }[] };
      return [items[0]!.value.length, items[0]!.isTruncated];
    };

    expect(await read('')).to.deep.equal([8_191, true]);
    expect(await read('?truncateValues=false')).to.deep.equal([20_002, false]);
    await stage.client.cancelProcessInstance({ processInstanceKey });
  });
});
