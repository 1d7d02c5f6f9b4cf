import { expect } from 'chai';
import { freshEngine, type TestEngine } from '../support/stack.js';
import { type Client, contractClient, contractFiles, now, type Validation } from './contract-client.js';

let shared: Promise<TestEngine> | undefined;

/** An engine, the vendor's client on it, what is deployed there, and the first steps that several tests take. */
export class ContractStage {
  private constructor(
    readonly engine: TestEngine,
    readonly client: Client,
    /** Keys of processes and decisions by their ids. */
    readonly definitions: Record<string, string>,
  ) {}

  /** All stages of a run share one engine. */
  static async open(validation: Validation): Promise<ContractStage> {
    const engine = await (shared ??= freshEngine());
    const client = contractClient(engine, validation);
    const { deployments } = await client.createDeployment({ resources: await contractFiles() });
    const keys = deployments.flatMap(({ processDefinition: process, decisionDefinition: decision }) => [
      ...(process ? [[process.processDefinitionId, process.processDefinitionKey]] : []),
      ...(decision ? [[decision.decisionDefinitionId, decision.decisionDefinitionKey]] : []),
    ]);

    return new ContractStage(engine, client, Object.fromEntries(keys) as Record<string, string>);
  }

  async start(processDefinitionId: string, variables: Record<string, unknown> = {}, tag?: string): Promise<string> {
    const instance = { processDefinitionId, variables, ...(tag && { tags: [tag] }) };
    const { createProcessInstance } = this.client;

    return (await createProcessInstance.call(this.client, instance as Parameters<Client['createProcessInstance']>[0]))
      .processInstanceKey;
  }

  /** Takes the one job of this type that there is. */
  async takeJob(type: string) {
    const { jobs } = await this.client.activateJobs({
      type,
      worker: 'contract',
      timeout: 60_000,
      maxJobsToActivate: 1,
      requestTimeout: 10_000,
    });
    expect(jobs, `jobs of type ${type}`).to.have.length(1);

    return jobs[0]!;
  }

  async finishJob(type: string): Promise<void> {
    await this.client.completeJob({ jobKey: (await this.takeJob(type)).jobKey });
  }

  /** A review whose task is open. */
  async openTask(caseNumber: string) {
    const processInstanceKey = await this.start(
      'contract-review',
      { caseNumber, shadowed: 'outer' },
      `case:${caseNumber}`,
    );
    await this.finishJob('contract-listener');
    const { items } = await this.client.searchUserTasks({ filter: { processInstanceKey, state: 'CREATED' } }, now);
    expect(items).to.have.length(1);

    return { processInstanceKey, task: items[0]!, userTaskKey: items[0]!.userTaskKey };
  }

  async openIncidents(processInstanceKey: string) {
    return (await this.client.searchIncidents({ filter: { processInstanceKey, state: 'ACTIVE' } }, now)).items ?? [];
  }
}
