import { expect } from 'chai';
import { type Client, contractClient, contractFiles, now, problemOf, type Validation } from './contract-client.js';
import { ContractStage } from './contract-stage.js';

for (const validation of ['strict', 'fanatical'] satisfies Validation[]) {
  describe(`the host's cluster, definitions and messages, read by the official client (${validation})`, () => {
    let stage: ContractStage;
    let client: Client;

    before(async function () {
      this.timeout(180_000);
      stage = await ContractStage.open(validation);
      client = stage.client;
    });

    it('tells of itself as a healthy cluster of one', async () => {
      const topology = await client.getTopology();

      expect(topology).to.include({ clusterSize: 1, partitionsCount: 1 });
      expect(topology.gatewayVersion).to.match(/^8\.8\./);
      expect(topology.brokers[0]!.partitions[0]).to.deep.equal({ partitionId: 1, role: 'leader', health: 'healthy' });
      await client.getStatus();
      expect((await client.getLicense()).validLicense).to.equal(false);
    });

    it('gives the same version when nothing has changed, and finds what was deployed', async () => {
      const again = await client.createDeployment({ resources: await contractFiles() });
      const { processDefinitionId, processDefinitionKey: key } = again.deployments[0]!.processDefinition!;
      expect(key).to.equal(stage.definitions[processDefinitionId]);

      const { items = [] } = await client.searchProcessDefinitions(
        { filter: { name: { $like: '审*' }, isLatestVersion: true }, sort: [{ field: 'version', order: 'DESC' }] },
        now,
      );
      expect(items).to.have.length(1);
      expect(items[0]).to.include({ processDefinitionId: 'contract-review', versionTag: 'v-one', hasStartForm: true });

      const processDefinitionKey = stage.definitions['contract-review']!;
      expect(await client.getProcessDefinition({ processDefinitionKey }, now)).to.include({ name: '审核' });
      expect(await client.getProcessDefinitionXml({ processDefinitionKey }, now)).to.contain('审核诉求').and.contain('<?xml');
    });

    it('evaluates decisions and finds them', async () => {
      // The client's schema wants the id of a failed decision even when none failed; clusters send it empty.
      const lenient = contractClient(stage.engine, 'none');
      const answer = await lenient.evaluateDecision({ decisionDefinitionId: 'contract-urgency', variables: { category: '燃气' } });
      expect(answer.output).to.equal('1');
      expect(answer.evaluatedDecisions[0]!.matchedRules![0]).to.include({ ruleIndex: 1, ruleId: 'urgency-gas' });

      const decisionDefinitionKey = stage.definitions['contract-urgency']!;
      expect((await lenient.evaluateDecision({ decisionDefinitionKey, variables: { category: '其他' } })).output).to.equal('24');
      const found = await client.searchDecisionDefinitions({ filter: { decisionDefinitionKey } }, now);
      expect(found.items).to.have.length(1);
      expect(await client.getDecisionDefinition({ decisionDefinitionKey }, now)).to.include({ name: '紧急程度' });
      expect(await client.getDecisionDefinitionXml({ decisionDefinitionKey }, now)).to.contain('urgency-table');
      expect(await problemOf(client.evaluateDecision({ decisionDefinitionId: 'nobody' }))).to.include({ status: 404 });
    });

    it('buffers a message once, and broadcasts a signal', async () => {
      const message = { name: 'contract-reply', correlationKey: 'M-1', timeToLive: 60_000, messageId: validation };
      expect((await client.publishMessage(message)).messageKey).to.match(/^\d+$/);
      expect(await problemOf(client.publishMessage(message))).to.include({ status: 409, title: 'ALREADY_EXISTS' });

      expect((await client.broadcastSignal({ signalName: 'contract-alarm', variables: { level: 2 } })).signalKey).to.match(/^\d+$/);
      const job = await stage.takeJob('contract-alarm');
      expect(job.variables).to.deep.equal({ level: 2 });
      await client.cancelProcessInstance({ processInstanceKey: job.processInstanceKey });
    });
  });
}
