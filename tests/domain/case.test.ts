import { expect } from 'chai';
import { isBefore, mayFollow, stagesBefore, STAGES } from '../../domain/case.js';

describe('The stages of a case', () => {
  it('follow each other from call to closing', () => {
    for (const [n, stage] of STAGES.slice(0, -1).entries())
      expect(mayFollow(stage, STAGES[n + 1]!), stage).to.equal(true);
  });

  it('do not skip the unit or the review', () => {
    expect(mayFollow('registered', 'dispatched')).to.equal(false);
    expect(mayFollow('dispatched', 'callback')).to.equal(false);
    expect(mayFollow('replied', 'callback')).to.equal(false);
  });

  it('go back for a return, a refused reply, another round', () => {
    expect(mayFollow('handling', 'dispatched')).to.equal(true);
    expect(mayFollow('replied', 'handling')).to.equal(true);
    expect(mayFollow('callback', 'dispatched')).to.equal(true);
  });

  it('end with closing, from where a case only begins anew', () => {
    expect(STAGES.filter((stage) => mayFollow('closed', stage))).to.deep.equal(['registered']);
    expect(stagesBefore('registered')).to.deep.equal(['closed']);
    expect(stagesBefore('reviewed')).to.deep.equal(['replied']);
  });

  it('know their order', () => {
    expect(isBefore('classified', 'replied')).to.equal(true);
    expect(isBefore('replied', 'replied')).to.equal(false);
  });
});
