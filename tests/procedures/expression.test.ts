import { expect } from 'chai';
import { variablesOf } from '../../procedures/expression.js';

describe('The variables of an expression', () => {
  it('are the first names of its paths', () => {
    expect(variablesOf('=route.unitId = unitId and limits.sign != null')).to.have.members([
      'route',
      'unitId',
      'limits',
    ]);
  });

  it('are not its functions, texts, or keys', () => {
    expect(variablesOf('=now() + duration("PT15M")')).to.deep.equal([]);
    expect(variablesOf('={sign: timing.sign, n: count(items)}')).to.have.members(['timing', 'items']);
    expect(variablesOf('=get or else(round, 1) > 1')).to.deep.equal(['round']);
  });

  it('are not what it binds itself, nor fields of a filtered list', () => {
    expect(variablesOf('=for x in items return x.unitId + suffix')).to.have.members(['items', 'suffix']);
    expect(variablesOf('=some x in items satisfies x.done')).to.deep.equal(['items']);
    expect(variablesOf('=count(items[role = "lead"]) = 1')).to.deep.equal(['items']);
  });
});
