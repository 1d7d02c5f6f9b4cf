import { expect } from 'chai';
import { type Client, contractClient, now, problemOf, type Validation } from './contract-client.js';
import { ContractStage } from './contract-stage.js';

for (const validation of ['strict', 'fanatical'] satisfies Validation[]) {
  describe(`the host's user tasks, read by the official client (${validation})`, () => {
    let stage: ContractStage;
    let client: Client;

    before(async function () {
      this.timeout(180_000);
      stage = await ContractStage.open(validation);
      client = stage.client;
    });

    it('leads a user task through listeners, claim, update and completion', async () => {
      const { processInstanceKey, task, userTaskKey } = await stage.openTask('T-1');
      expect(task).to.deep.include({
        name: '审核诉求',
        processName: '审核',
        candidateGroups: ['hotline', 'night'],
        candidateUsers: ['wang'],
        priority: 70,
        dueDate: '2030-01-31T00:30:00.000Z',
        customHeaders: { stage: 'first' },
      });

      await client.assignUserTask({ userTaskKey, assignee: 'li', allowOverride: false });
      expect(await problemOf(client.assignUserTask({ userTaskKey, assignee: 'zhao', allowOverride: false }))).to.include({ status: 409 });
      expect((await client.getUserTask({ userTaskKey }, now)).assignee).to.equal('li');
      await client.unassignUserTask({ userTaskKey });
      expect(await client.getUserTask({ userTaskKey }, now)).not.to.have.property('assignee');
      await client.assignUserTask({ userTaskKey, assignee: 'zhao' });
      await client.updateUserTask({ userTaskKey, changeset: { priority: 20, candidateGroups: [], dueDate: '2031-01-01T00:00:00Z' } });
      expect(await client.getUserTask({ userTaskKey }, now)).to.deep.include({
        priority: 20,
        candidateGroups: [],
        dueDate: '2031-01-01T00:00:00.000Z',
        followUpDate: '2030-01-30T00:30:00.000Z',
      });

      const completion = client.completeUserTask({ userTaskKey, variables: { agreed: true } });
      const listener = await stage.takeJob('contract-listener');
      expect(listener).to.include({ kind: 'TASK_LISTENER', listenerEventType: 'COMPLETING', processInstanceKey });
      expect(listener.userTask).to.deep.include({ userTaskKey, assignee: 'zhao', priority: 20 });
      await client.completeJob({ jobKey: listener.jobKey });
      await completion;
      expect(await problemOf(client.completeUserTask({ userTaskKey }))).to.include({ status: 404 });
      expect(await client.getUserTask({ userTaskKey }, now)).to.include({ state: 'COMPLETED', assignee: 'zhao' });

      const work = await stage.takeJob('contract-work');
      expect(work.variables).to.deep.include({ agreed: true, caseNumber: 'T-1' });
      expect(work.tags).to.deep.equal(['case:T-1']);
      await client.completeJob({ jobKey: work.jobKey, variables: { done: 1 } });
      expect(await client.getProcessInstance({ processInstanceKey }, now)).to.include({ state: 'COMPLETED', hasIncident: false });
    });

    it('lets a listener refuse a completion, and correct one', async () => {
      const { userTaskKey } = await stage.openTask('T-2');

      const refused = problemOf(client.completeUserTask({ userTaskKey }));
      const first = await stage.takeJob('contract-listener');
      await client.completeJob({ jobKey: first.jobKey, result: { type: 'userTask', denied: true, deniedReason: '材料不全' } });
      const { status, detail } = await refused;
      expect(status).to.equal(409);
      expect(detail).to.contain('材料不全');
      expect((await client.getUserTask({ userTaskKey }, now)).state).to.equal('CREATED');

      const granted = client.completeUserTask({ userTaskKey });
      const second = await stage.takeJob('contract-listener');
      await client.completeJob({ jobKey: second.jobKey, result: { type: 'userTask', denied: false, corrections: { priority: 99 } } });
      await granted;
      expect(await client.getUserTask({ userTaskKey }, now)).to.include({ state: 'COMPLETED', priority: 99 });
      await stage.finishJob('contract-work');
    });

    it('shows the variables that a task sees, innermost first', async () => {
      const { processInstanceKey, userTaskKey } = await stage.openTask('T-3');
      const visible = await client.searchUserTaskVariables({ userTaskKey, filter: { name: 'shadowed' } }, now);
      expect(visible.items.map(({ value }) => value)).to.have.members(['"inner"', '"outer"']);

      const answer = await fetch(`${stage.engine.restAddress}/v2/user-tasks/${userTaskKey}/effective-variables/search`, {
        method: 'POST',
        body: JSON.stringify({ sort: [{ field: 'name' }] }),
      });
      const { items } = (await answer.json()) as { items: { name: string; value: string }[] };
      expect(items.map(({ name, value }) => [name, value])).to.deep.equal([
        ['caseNumber', '"T-3"'],
        ['shadowed', '"inner"'],
      ]);
      await client.cancelProcessInstance({ processInstanceKey });
      expect((await client.getUserTask({ userTaskKey }, now)).state).to.equal('CANCELED');
    });

    it('gives the form of a task and of a start', async () => {
      const { processInstanceKey, userTaskKey } = await stage.openTask('T-4');
      // The client's schema wants an object here; clusters send, and its next version expects, JSON text.
      const lenient = contractClient(stage.engine, 'none');
      const form = await lenient.getUserTaskForm({ userTaskKey }, now);
      expect(form).to.include({ formId: 'contract-form' });
      expect(JSON.parse(form!.schema as unknown as string)).to.have.property('id', 'contract-form');
      const processDefinitionKey = stage.definitions['contract-review']!;
      expect(await lenient.getStartProcessForm({ processDefinitionKey }, now)).to.include({ formId: 'contract-form' });
      await client.cancelProcessInstance({ processInstanceKey });
    });
  });
}
