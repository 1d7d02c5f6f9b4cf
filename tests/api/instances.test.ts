import { expect } from 'chai';
import type { Incident, Instance } from '../../api/contract/instance.js';
import { until } from '../support/until.js';
import { filled, taskActs } from './tasked-case.js';
import { engineStartMillis, openEngineBench, type ApiBench } from './workbench.js';

describe('following the process instance of a case', () => {
  let bench: ApiBench;
  before(async function () {
    this.timeout(engineStartMillis);
    bench = await openEngineBench({ operateUrl: 'https://operate.example/' });
  });
  after(() => bench.close());
  const { caseWithTask, act } = taskActs(() => bench);

  it('shows its own diagram, where the token stands and which way it came', async () => {
    const { caseNumber, taskKey } = await caseWithTask();
    const path = `/api/cases/${caseNumber}/instance`;
    const read = async () => (await (await bench.as('center.supervisor')).get(path).expect(200)).body as Instance;

    const running = await read();
    expect(running).to.deep.include({ state: 'active' });
    expect(running.definition).to.deep.include({ id: 'linhe-case' });
    expect(running.xml).to.contain('<bpmn:process id="linhe-case"');
    expect(running.elements.find(({ elementId }) => elementId === 'handle')).to.include({
      state: 'active',
      label: '承办',
      incident: false,
    });
    expect(running.elements.find(({ elementId }) => elementId === 'take')?.state).to.equal('completed');
    expect(running.flows).to.include.members(['to-take', 'to-handle']);
    expect(running.tree).to.have.length(1);
    expect(running.tree[0]).to.deep.include({
      processInstanceKey: running.processInstanceKey,
      parentKey: null,
      processId: 'linhe-case',
      version: running.definition.version,
      state: 'active',
      incident: false,
      endedAt: null,
    });
    expect(running.operateUrl).to.equal(`https://operate.example/processes/${running.processInstanceKey}`);
    await (await bench.as('center.supervisor')).get(`${path}?processInstanceKey=1`).expect(404);
    await act('housing.clerk', taskKey, 'complete', filled);
    await until(async () => (await read()).state === 'completed');
    expect((await read()).tree[0]?.endedAt).to.be.a('string');
  });

  it('lists where it stands still, and lets it try again, for those who supervise', async () => {
    const { caseNumber, taskKey } = await caseWithTask();
    await act('housing.clerk', taskKey, 'complete', { data: { ...filled.data, result: 'explained' } });
    const incidents = async (post = 'center.supervisor') =>
      (await (await bench.as(post)).get('/api/incidents')).body as Incident[];
    let incident: Incident | undefined;
    await until(async () => {
      incident = (await incidents()).find((one) => one.caseNumber === caseNumber);

      return incident !== undefined;
    });

    expect(incident).to.include({ elementId: 'stuck', processId: 'linhe-case', caseTitle: '井盖缺失' });
    expect(incident?.processName).to.equal('临河诉求办理');
    expect(incident?.message).not.to.equal('');
    expect(incident?.operateUrl).to.equal(`https://operate.example/processes/${incident?.processInstanceKey}`);
    const retry = async (post: string) =>
      (await (await bench.as(post)).post(`/api/incidents/${incident!.incidentKey}/retry`)).status;
    expect(await retry('housing.clerk')).to.equal(404);
    expect((await (await bench.as('housing.clerk')).get('/api/incidents')).status).to.equal(403);
    expect(await retry('center.supervisor')).to.equal(204);
    await until(async () => {
      const again = (await incidents()).find((one) => one.caseNumber === caseNumber);

      return again !== undefined && again.incidentKey !== incident?.incidentKey;
    });
  });
});
