import { expect } from 'chai';

import type { Deps } from '../../commands/deps.js';
import { taskCompleted } from '../../commands/task-completed.js';
import type { ListenerUserTask } from '../../engine/jobs.js';
import { AGENT, job, MORNING, registered, testDeps } from './workbench.js';

const userTask: ListenerUserTask = {
  key: '99',
  candidateGroups: ['testtown/center/agent'],
  candidateUsers: [],
  assignee: AGENT.userId,
  dueDate: undefined,
  followUpDate: undefined,
  priority: 50,
  formKey: undefined,
  action: 'complete',
  changedAttributes: [],
};

const components = [
  { type: 'radio', key: 'solved' },
  { type: 'dynamiclist', path: 'itemReplies', components: [{ type: 'textfield', key: 'answer' }] },
  { type: 'group', components: [{ type: 'number', key: 'days' }] },
  { type: 'group', path: 'place', components: [{ type: 'textfield', key: 'address' }] },
];

describe('a task that is completed elsewhere, as in Tasklist', () => {
  let deps: Deps;
  before(async () => {
    deps = await testDeps();
    await deps.models.procedures.put({
      _id: '7',
      processId: 'testtown-case',
      locality: 'testtown',
      version: 1,
      deployedAt: MORNING,
      elements: { handle: { label: '承办', type: 'bpmn:UserTask', formId: 'handle' } },
      forms: { handle: { components } },
    });
  });
  after(() => deps.models.close());

  it('keeps what its form asks for, lists and groups too, and nothing else that the procedure knows', async () => {
    const caseNumber = await registered(deps);
    const handedIn = { solved: 'yes', itemReplies: [{ answer: '已修复' }], days: 2, place: { address: '南街' } };

    await taskCompleted(deps)(
      { caseNumber, locality: 'testtown', round: 1, ...handedIn },
      job('task-completed', { caseNumber, elementId: 'handle', userTask }),
    );

    const row = await deps.models.tasks.find('99');
    expect(row).to.include({ state: 'completed', name: '承办' });
    expect(row?.submission?.data).to.deep.equal(handedIn);
    expect(row?.submission?.by.userId).to.equal(AGENT.userId);
  });
});
