import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readDiagram, type Diagram } from '../../procedures/diagram.js';
import { callersOf, labelIn, whatFollows } from '../../procedures/what-follows.js';
import { root } from '../support/throw-away.js';

const diagramOf = (name: string): Promise<Diagram> =>
  readDiagram(name, readFileSync(join(root, 'bpmn', 'shared', `${name}.bpmn`), 'utf8'));

describe('what follows on a diagram', () => {
  it('passes over gateways and acts of the system to what people do next, with the answers that lead there', async () => {
    const { following, leaves } = whatFollows(await diagramOf('handling'), 'handle');
    const labels = following.map(({ label }) => label);
    expect(labels).to.include('审核签字').and.to.include('已答复');
    expect(labels).to.not.include('登记答复');
    expect(following.find(({ label }) => label === '审核签字')?.when).to.equal('办理意见：答复；是否须领导审签：是');
    expect(leaves).to.equal(true);
  });

  it('goes round a loop once', async () => {
    const { following } = whatFollows(await diagramOf('handling'), 'approve-reply');
    expect(following.map(({ label }) => label)).to.have.members(['已答复', '承办']);
  });

  it('says nothing of an element that is not there', async () => {
    expect(whatFollows(await diagramOf('handling'), 'elsewhere')).to.deep.equal({ following: [], leaves: false });
    expect(labelIn(await diagramOf('handling'), 'elsewhere')).to.equal(undefined);
  });

  it('finds which call activity called a process', async () => {
    const calls = callersOf(await diagramOf('work-order'), 'handling');
    expect(calls).to.have.length.greaterThan(0);
    expect(callersOf(await diagramOf('work-order'), 'nothing-like-it')).to.have.length(0);
  });
});
