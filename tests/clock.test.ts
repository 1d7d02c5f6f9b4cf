import { expect } from 'chai';
import { pinnedClock, systemClock } from '../clock.js';

const moment = new Date('2019-12-21T01:00:00Z');

describe('the clock', () => {
  it('runs with real time until it is pinned, and again when it is reset', () => {
    const clock = pinnedClock();
    const before = Date.now();
    expect(clock.now().getTime()).to.be.within(before, Date.now());

    clock.pin(moment);
    expect(clock.now()).to.deep.equal(moment);

    clock.reset();
    expect(clock.now().getTime()).to.be.within(before, Date.now());
    expect(systemClock.now().getTime()).to.be.within(before, Date.now());
  });

  it('cannot be moved by changing a date it was given or gave', () => {
    const given = new Date(moment);
    const clock = pinnedClock(given);
    given.setFullYear(2030);
    clock.now().setFullYear(2031);

    expect(clock.now()).to.deep.equal(moment);
  });

  it('refuses to be pinned at what is no date', () => {
    expect(() => pinnedClock().pin(new Date('yesterday'))).to.throw(RangeError);
  });
});
