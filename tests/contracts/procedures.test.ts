import { join } from 'node:path';
import { expect } from 'chai';
import { checkLocality, sentenceOfFinding } from '../../procedures/check.js';
import { loadLocalities, localityIds } from '../../procedures/localities.js';
import { ROOT } from './source-files.js';

const BPMN = join(ROOT, 'bpmn');

describe('The procedures that ship', () => {
  for (const id of localityIds(BPMN)) {
    it(`of ${id} pass their check`, async () => {
      const errors = (await checkLocality(id, BPMN)).filter(({ severity }) => severity === 'error');

      expect(errors.map(sentenceOfFinding)).to.deep.equal([]);
    });
  }

  it('are drawn so that no line is taken for another, and no label lies on one', async () => {
    const findings = await Promise.all(localityIds(BPMN).map((id) => checkLocality(id, BPMN)));
    const unclear = findings.flat().filter(({ rule }) => rule === 'clear-lines');

    expect([...new Set(unclear.map(sentenceOfFinding))]).to.deep.equal([]);
  });

  it('have data without a fault', () => {
    expect(loadLocalities(BPMN).ids).to.deep.equal(['baicheng', 'fengjie', 'helinger', 'jilin', 'zhangye']);
  });

  it('have the network of four levels that the source counts: 12 streets, 54 communities, 12 towns, 162 villages', () => {
    const { network } = loadLocalities(BPMN).get('baicheng');
    const count = (level: string) => network.units.filter((unit) => unit.level === level).length;

    expect(['street', 'community', 'town', 'village'].map(count)).to.deep.equal([12, 54, 12, 162]);
    for (const { id } of network.units.filter(({ level }) => level === 'community' || level === 'village'))
      expect(network.pathUp(id).map(({ level }) => level)).to.have.length(4);
  });

  it('have the lines that the sources count: 20 and more, 31, 67 and 17', () => {
    const localities = loadLocalities(BPMN);
    const count = (id: string, kinds: string[]) =>
      localities.get(id).lines.filter(({ kind }) => kinds.includes(kind)).length;

    expect(count('baicheng', ['department'])).to.be.at.least(20);
    expect(count('zhangye', ['department', 'emergency'])).to.equal(31);
    expect(count('jilin', ['merged'])).to.equal(67 + 17);
  });

  it('name the bodies that a lead of shirking can be handed to, for all of them draw 问责', () => {
    for (const { id, bodies = [], network } of loadLocalities(BPMN).all()) {
      expect(bodies, id).not.to.be.empty;
      for (const body of bodies) expect(network.find(body)?.level, `${id}/${body}`).to.equal('body');
    }
  });
});
