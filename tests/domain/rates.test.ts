import { expect } from 'chai';
import {
  closingRate,
  punctualityRate,
  rate,
  resolutionRate,
  responseRate,
  satisfactionRate,
} from '../../domain/rates.js';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 4, 9, minute));

describe('A rate', () => {
  it('is computed: 760 of 818 is 92.9 %, not the 98.7 % a report printed', () => {
    expect((rate(760, 818).value! * 100).toFixed(1)).to.equal('92.9');
  });

  it('keeps its numerator and denominator', () => {
    expect(rate(3, 4)).to.deep.equal({ numerator: 3, denominator: 4, value: 0.75 });
  });

  it('has no value where there is nothing to rate', () => {
    expect(rate(0, 0).value).to.equal(null);
  });

  it('refuses more than all, less than none, and halves', () => {
    for (const [numerator, denominator] of [
      [5, 4],
      [-1, 4],
      [0.5, 1],
    ])
      expect(() => rate(numerator!, denominator!)).to.throw(RangeError, `${numerator}/${denominator}`);
  });
});

describe('The rates of a unit', () => {
  it('count as response what was signed in time, of what was signed or should have been (响应率)', () => {
    const orders = [
      { signBy: at(20), signedAt: at(10) },
      { signBy: at(20), signedAt: at(21) },
      { signBy: at(20) },
      { signBy: at(59) },
    ];
    expect(responseRate(orders, at(30))).to.include({ numerator: 1, denominator: 3 });
  });

  it('count as punctual what was answered by its deadline, of what was answered or is late (按期办结率)', () => {
    const orders = [{ dueAt: at(20), repliedAt: at(20) }, { dueAt: at(20) }, { dueAt: at(59) }];
    expect(punctualityRate(orders, at(30))).to.include({ numerator: 1, denominator: 2 });
  });

  it('ask only those who were reached (解决率, 满意率)', () => {
    const callbacks = [
      { reached: true, solved: true, satisfied: true },
      { reached: true, solved: true },
      { reached: true, solved: false, satisfied: false },
      { reached: false },
    ];
    expect(resolutionRate(callbacks)).to.include({ numerator: 2, denominator: 3 });
    expect(satisfactionRate(callbacks)).to.include({ numerator: 1, denominator: 2 });
  });

  it('count what is closed of all that was registered (办结率)', () => {
    expect(closingRate([{ closedAt: at(1) }, {}])).to.include({ numerator: 1, denominator: 2 });
  });
});
