import { expect } from 'chai';
import { type Client, contractFiles, now, problemOf, type Validation } from './contract-client.js';
import { ContractStage } from './contract-stage.js';

type Count = { elementId?: string } & Partial<Record<'active' | 'canceled' | 'incidents' | 'completed', number | bigint>>;

/** Only one of the two validations makes bigints of the numbers; the types know of none. */
const counted = (items: Count[] = [], elementId: string) => {
  const { active, canceled, incidents, completed } = items.find((it) => it.elementId === elementId) ?? {};

  return [active, canceled, incidents, completed].map(Number);
};

for (const validation of ['strict', 'fanatical'] satisfies Validation[]) {
  describe(`the host's instances, jobs and incidents, read by the official client (${validation})`, () => {
    let stage: ContractStage;
    let client: Client;

    before(async function () {
      this.timeout(180_000);
      stage = await ContractStage.open(validation);
      client = stage.client;
    });

    it('fires a timer when the clock is pinned behind it, and counts elements and flows', async () => {
      const { processInstanceKey, userTaskKey } = await stage.openTask('T-5');
      await client.pinClock({ timestamp: Date.now() + 25 * 60_000 });
      await stage.engine.idle();
      await client.resetClock();

      const statistics = await client.getProcessInstanceStatistics({ processInstanceKey }, now);
      expect(counted(statistics.items, 'overdue')).to.deep.equal([0, 0, 0, 1]);
      const flows = await client.getProcessInstanceSequenceFlows({ processInstanceKey }, now);
      expect(flows.items!.map(({ elementId }) => elementId)).to.have.members(['to-review', 'to-overdue-end']);
      const elements = await client.searchElementInstances({ filter: { processInstanceKey, state: 'ACTIVE' } }, now);
      expect(elements.items).to.have.length(1);
      expect(elements.items![0]).to.include({ elementId: 'review', elementName: '审核诉求', type: 'USER_TASK', hasIncident: false });
      const { elementInstanceKey } = elements.items![0]!;
      expect(await client.getElementInstance({ elementInstanceKey }, now)).to.include({ state: 'ACTIVE' });
      expect((await client.getUserTask({ userTaskKey }, now)).elementInstanceKey).to.equal(elementInstanceKey);
      await client.cancelProcessInstance({ processInstanceKey });
      expect((await client.getElementInstance({ elementInstanceKey }, now)).state).to.equal('TERMINATED');
    });

    it('shows an incident in a called instance up to the root, and resolves it', async () => {
      const processInstanceKey = await stage.start('contract-outer', { caseNumber: 'C-1' });
      const wait = { name: 'contract-reply', correlationKey: 'C-1' };
      const correlated = await client.correlateMessage({ ...wait, variables: { reply: 'yes' } });
      const inner = correlated.processInstanceKey!;
      expect(await problemOf(client.correlateMessage(wait))).to.include({ status: 404 });

      const job = await stage.takeJob('contract-inner-work');
      expect(job.variables).to.include({ reply: 'yes' });
      await client.failJob({ jobKey: job.jobKey, retries: 0, errorMessage: '没有网络' });
      const [incident] = await stage.openIncidents(inner);
      expect(incident).to.include({ errorType: 'JOB_NO_RETRIES', errorMessage: '没有网络', elementId: 'inner-work', jobKey: job.jobKey });
      expect((await client.getIncident({ incidentKey: incident!.incidentKey! }, now)).state).to.equal('ACTIVE');
      const below = await client.searchProcessInstanceIncidents({ processInstanceKey }, now);
      expect(below.items).to.have.length(1);
      expect((await client.getProcessInstance({ processInstanceKey }, now)).hasIncident).to.equal(true);
      expect((await client.getProcessInstanceCallHierarchy({ processInstanceKey: inner }, now)).map((it) => it.processInstanceKey)).to.deep.equal([
        processInstanceKey,
        inner,
      ]);
      expect(await client.getProcessInstanceCallHierarchy({ processInstanceKey }, now)).to.deep.equal([]);
      expect(await problemOf(client.cancelProcessInstance({ processInstanceKey: inner }))).to.include({ status: 409 });

      await client.updateJob({ jobKey: job.jobKey, changeset: { retries: 2 } });
      await client.resolveIncident({ incidentKey: incident!.incidentKey! });
      const retried = await stage.takeJob('contract-inner-work');
      expect(retried.retries).to.equal(2);
      const open = await client.searchJobs({ filter: { type: 'contract-inner-work', retries: { $gte: 2 } } }, now);
      expect(open.items[0]).to.include({ jobKey: retried.jobKey, worker: 'contract', elementId: 'inner-work' });
      await client.completeJob({ jobKey: retried.jobKey });
      expect((await client.searchJobs({ filter: { type: 'contract-inner-work' } }, now)).items).to.deep.equal([]);
      expect(await client.getProcessInstance({ processInstanceKey }, now)).to.include({ state: 'COMPLETED', hasIncident: false });
      expect((await client.getIncident({ incidentKey: incident!.incidentKey! }, now)).state).to.equal('RESOLVED');
    });

    it('throws an error that the diagram catches, and one that it does not', async () => {
      const work = async (errorCode: string) => {
        const { processInstanceKey, userTaskKey } = await stage.openTask('E-1');
        const completion = client.completeUserTask({ userTaskKey });
        await stage.finishJob('contract-listener');
        await completion;
        await client.throwJobError({ jobKey: (await stage.takeJob('contract-work')).jobKey, errorCode, errorMessage: '不受理' });
        return processInstanceKey;
      };

      const caught = await work('REFUSED');
      expect((await client.getProcessInstance({ processInstanceKey: caught }, now)).state).to.equal('COMPLETED');
      const uncaught = await work('UNHEARD_OF');
      expect((await stage.openIncidents(uncaught))[0]).to.include({ errorType: 'UNHANDLED_ERROR_EVENT' });
      expect((await client.searchJobs({ filter: { state: 'ERROR_THROWN' } }, now)).items[0]).to.include({ errorCode: 'UNHEARD_OF' });
      await client.cancelProcessInstance({ processInstanceKey: uncaught });
    });

    it('waits for the end of an instance, ends it early and sets variables', async () => {
      const ended = await client.createProcessInstance({
        processDefinitionKey: stage.definitions['contract-straight']!,
        variables: { a: 1, b: 2 },
        awaitCompletion: true,
        fetchVariables: ['b'],
      });
      expect(ended.variables).to.deep.equal({ b: 2 });

      const instance = await client.createProcessInstance({
        processDefinitionId: 'contract-inner',
        variables: { caseNumber: 'V-1' },
        startInstructions: [{ elementId: 'inner-work' }],
        runtimeInstructions: [{ type: 'TERMINATE_PROCESS_INSTANCE', afterElementId: 'inner-work' }],
      });
      const { processInstanceKey } = instance;
      await client.createElementInstanceVariables({ elementInstanceKey: processInstanceKey, variables: { note: '改' } });
      const { items } = await client.searchVariables({ filter: { processInstanceKey, name: 'note' } }, now);
      expect(items[0]).to.include({ value: '"改"', isTruncated: false, scopeKey: processInstanceKey });
      expect(await client.getVariable({ variableKey: items[0]!.variableKey }, now)).to.include({ name: 'note' });
      await stage.finishJob('contract-inner-work');
      expect((await client.getProcessInstance({ processInstanceKey }, now)).state).to.equal('TERMINATED');
    });

    it('moves a token by hand, and an instance to a new version', async () => {
      const processInstanceKey = await stage.start('contract-inner', { caseNumber: 'X-1' });
      const waiting = await client.searchElementInstances({ filter: { processInstanceKey, elementId: 'wait' } }, now);
      await client.modifyProcessInstance({
        processInstanceKey,
        activateInstructions: [{ elementId: 'inner-work', variableInstructions: [{ variables: { moved: true } }] }],
        terminateInstructions: [{ elementInstanceKey: waiting.items![0]!.elementInstanceKey }],
      });
      const job = await stage.takeJob('contract-inner-work');
      expect(job.variables).to.include({ moved: true });

      const [bpmn, ...others] = await contractFiles();
      const changed = new File([(await bpmn!.text()).replace('内层办理', `${validation} 的办理`)], 'contract.bpmn');
      const { deployments } = await client.createDeployment({ resources: [changed, ...others] });
      const target = deployments.find((it) => it.processDefinition?.processDefinitionId === 'contract-inner')!.processDefinition!;
      const version = target.processDefinitionVersion;
      expect(version).to.be.greaterThan(1);
      const wrong = { sourceElementId: 'inner-work', targetElementId: 'wait' };
      const migration = { processInstanceKey, targetProcessDefinitionKey: target.processDefinitionKey };
      expect(await problemOf(client.migrateProcessInstance({ ...migration, mappingInstructions: [wrong] }))).to.include({ status: 409 });
      await client.migrateProcessInstance({ ...migration, mappingInstructions: [{ ...wrong, targetElementId: 'inner-work' }] });
      expect(await client.getProcessInstance({ processInstanceKey }, now)).to.include({ processDefinitionVersion: version });
      const { items } = await client.searchElementInstances({ filter: { processInstanceKey, state: 'ACTIVE' } }, now);
      expect(items![0]).to.include({ elementName: `${validation} 的办理`, processDefinitionKey: target.processDefinitionKey });
      const heat = await client.getProcessDefinitionStatistics({ processDefinitionKey: target.processDefinitionKey }, now);
      expect(counted(heat.items, 'inner-work')).to.deep.equal([1, 0, 0, 0]);
      await client.completeJob({ jobKey: job.jobKey });
      await client.deleteResource({ resourceKey: target.processDefinitionKey });
      expect(await problemOf(client.deleteResource({ resourceKey: target.processDefinitionKey }))).to.include({ status: 404 });
    });
  });
}
