import { expect } from 'chai';
import { factorSums } from '../../domain/factors.js';
import { mostFirst } from '../../domain/figures.js';
import { added, countsOf, NOTHING } from '../../domain/tally.js';

describe('Tallies', () => {
  it('add up number by number, and keep what only one of them has', () => {
    const one = { a: 1, in: { x: 1, y: 2 } as Record<string, number> };

    expect(added(one, { a: 2, in: { y: 3, z: 4 } })).to.deep.equal({ a: 3, in: { x: 1, y: 5, z: 4 } });
    expect(added(NOTHING, NOTHING)).to.deep.equal(NOTHING);
    expect(one).to.deep.equal({ a: 1, in: { x: 1, y: 2 } });
  });

  it('count by value and leave out what has none', () => {
    const counts = countsOf(['b', '', 'a', 'b'], (text) => (text === '' ? undefined : text));

    expect(mostFirst({ c: 1, ...counts })).to.deep.equal([
      { id: 'b', count: 2 },
      { id: 'a', count: 1 },
      { id: 'c', count: 1 },
    ]);
  });

  it('take marks of one to five, or good, fair and poor, and nothing else', () => {
    const answers = [{ speed: '4' }, { speed: 'good', ease: 'poor' }, { speed: '9' }, { speed: 'yes' }, {}];

    expect(factorSums(answers, ['speed', 'ease', 'attitude'])).to.deep.equal({
      speed: { sum: 9, answers: 2 },
      ease: { sum: 1, answers: 1 },
    });
  });
});
