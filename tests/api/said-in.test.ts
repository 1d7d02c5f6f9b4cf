import { expect } from 'chai';
import { saidIn } from '../../api/presenters/said-in.js';
import { openApiBench, type ApiBench } from './workbench.js';

describe('what was filled into a form', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  after(() => bench.close());

  /** What is told of a choice of the unit `old-office`, which was abolished on 2020-01-01, made at that time. */
  const told = async (at: string) => {
    const { models, localities } = bench.deps;
    const units = { type: 'select', key: 'unit', label: '承办单位', valuesKey: 'units' };
    await models.procedures.put({
      _id: 'assign:1',
      processId: 'assign',
      locality: 'linhe',
      version: 1,
      deployedAt: new Date('2019-01-01T00:00:00Z'),
      elements: { decide: { label: '派单', type: 'bpmn:UserTask', formId: 'assign-unit' } },
      forms: { 'assign-unit': { components: [units] } },
    });
    const step = {
      ...{ _id: 'job:1', caseNumber: 'LH-20191221-0001', number: 1, at: new Date(at), previousHash: '', hash: '' },
      ...{ by: { name: '值班长' }, act: 'complete-task' },
      element: { processId: 'assign', version: 1, definitionKey: 'assign:1', elementId: 'decide' },
      data: { form: 'assign-unit', submission: { unit: 'old-office' } },
    };

    return saidIn(step, models, localities.get('linhe'));
  };

  it('is told in the words of its day, though a unit was abolished since', async () => {
    expect(await told('2019-12-21T01:00:00Z')).to.deep.equal([{ label: '承办单位', value: '旧办公室' }]);
  });

  it('keeps as it is what no list of that day knows', async () => {
    expect(await told('2020-02-01T01:00:00Z')).to.deep.equal([{ label: '承办单位', value: 'old-office' }]);
  });
});
