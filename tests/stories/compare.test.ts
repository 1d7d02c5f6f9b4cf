import { expect } from 'chai';

import { holds, holdsAll, inOrder, sameNames } from '../../stories/compare.js';

describe('A story compares what it expects with the record', () => {
  it('and lets a record say more than is expected', () => {
    expect(holds({ unit: 'housing', state: 'accepted', lamp: 'green' }, { unit: 'housing', state: 'accepted' })).to.be
      .true;
    expect(holds({ unit: 'housing', state: 'returned' }, { unit: 'housing', state: 'accepted' })).to.be.false;
  });

  it('and takes a missing value for null, but nothing else for it', () => {
    expect(holds({ unit: 'housing' }, { itemId: null })).to.be.true;
    expect(holds({ itemId: '1' }, { itemId: null })).to.be.false;
  });

  it('and wants an entry of its own for each expected one', () => {
    const found = [{ rung: 'phone' }, { rung: 'letter' }];
    expect(holdsAll(found, [{ rung: 'letter' }, { rung: 'phone' }])).to.be.true;
    expect(holdsAll(found, [{ rung: 'phone' }, { rung: 'phone' }])).to.be.false;
  });

  it('and counts the entries that are expected so many times', () => {
    const found = [{ rung: 'phone' }, { rung: 'phone' }, { rung: 'letter' }];
    expect(holdsAll(found, [{ rung: 'phone', times: 2 }])).to.be.true;
    expect(holdsAll(found, [{ rung: 'phone', times: 1 }])).to.be.false;
    expect(holdsAll(found, [{ rung: 'letter' }, { rung: 'interview', times: 0 }])).to.be.true;
    expect(holdsAll(found, [{ rung: 'letter', times: 0 }])).to.be.false;
  });

  it('and lets other steps lie between those of a route, but not before their time', () => {
    expect(inOrder(['受理分类', '分办', '签收', '承办'], ['受理分类', '签收'])).to.be.true;
    expect(inOrder(['签收', '受理分类'], ['受理分类', '签收'])).to.be.false;
  });

  it('and counts names that come more than once', () => {
    expect(sameNames(['签收', '签收', '分办'], ['分办', '签收', '签收'])).to.be.true;
    expect(sameNames(['签收', '分办'], ['分办', '签收', '签收'])).to.be.false;
  });
});
