import { expect } from 'chai';

import { DeploymentRefusedError } from '../../engine/errors.js';
import { resource, workbench, type Workbench } from './workbench.js';

describe('deploying', () => {
  let bench: Workbench;
  before(async () => (bench = await workbench()));
  after(() => bench.close());

  it('answers with the versions of diagrams and forms', async () => {
    const { processes, forms } = await bench.deploy('user-task.bpmn', 'reply.form');

    expect(processes).to.have.length(1);
    expect(processes[0]).to.include({ id: `user-task-${bench.mark}`, version: 1 });
    expect(processes[0]?.processDefinitionKey).to.match(/^\d+$/u);
    expect(forms[0]).to.include({ id: `reply-${bench.mark}`, version: 1 });
  });

  it('makes no new version of the same bytes, and one of a changed diagram', async () => {
    const diagram = await resource('one-job.bpmn', bench.mark);
    const first = await bench.engine.deploy([diagram]);
    const same = await bench.engine.deploy([diagram]);
    const changed = await bench.engine.deploy([{ ...diagram, content: diagram.content.replace('办理', '受理') }]);

    expect(same.processes[0]?.processDefinitionKey).to.equal(first.processes[0]?.processDefinitionKey);
    expect(changed.processes[0]?.version).to.equal(2);
  });

  it("tells the engine's own reasons when it refuses, and deploys nothing of the request", async () => {
    const files = ['waits-for-time.bpmn', 'no-job-type.bpmn'];
    const refusal = await bench.deploy(...files).catch((error: unknown) => error);

    expect(refusal).to.be.instanceOf(DeploymentRefusedError);
    expect(refusal).to.have.property('code', 'DEPLOYMENT_REFUSED');
    expect((refusal as Error).message)
      .to.contain('work-without-type')
      .and.contain('zeebe:taskDefinition');
    expect(await bench.engine.definitions.search({ id: `waits-for-time-${bench.mark}` })).to.deep.equal([]);
  });

  it('finds a definition and gives back its diagram as it was deployed', async () => {
    const diagram = await resource('caught-refusal.bpmn', bench.mark);
    const { processes } = await bench.engine.deploy([diagram]);
    const key = processes[0]!.processDefinitionKey;

    expect(await bench.engine.definitions.get(key)).to.include({ key, id: `caught-refusal-${bench.mark}`, version: 1 });
    expect(await bench.engine.definitions.xml(key)).to.equal(diagram.content);
    const found = await bench.engine.definitions.search({ id: `caught-refusal-${bench.mark}`, latest: true });
    expect(found.map((definition) => definition.key)).to.deep.equal([key]);
  });

  it('knows no definition of a key that was never given', async () => {
    const refusal = await bench.engine.definitions.xml('4503599627370497').catch((error: unknown) => error);

    expect(refusal).to.have.property('code', 'ENGINE_NOT_FOUND');
  });
});
