import { expect } from 'chai';
import { isSampled } from '../../domain/sample.js';

const numbers = Array.from({ length: 5_000 }, (_, n) => `JL-20240329-${String(n).padStart(4, '0')}`);

describe('A sample of cases', () => {
  it('holds about the asked share', () => {
    expect(numbers.filter((number) => isSampled(number, 0.2)).length).to.be.within(900, 1_100);
  });

  it('answers the same for the same case each time', () => {
    expect(numbers.map((number) => isSampled(number, 0.5))).to.deep.equal(
      numbers.map((number) => isSampled(number, 0.5)),
    );
  });

  it('is part of every larger one, and goes from none to all', () => {
    expect(numbers.every((number) => !isSampled(number, 0.1) || isSampled(number, 0.3))).to.equal(true);
    expect(numbers.some((number) => isSampled(number, 0))).to.equal(false);
    expect(numbers.every((number) => isSampled(number, 1))).to.equal(true);
  });

  it('refuses a rate that is none', () => {
    for (const found of [-0.1, 1.1, Number.NaN])
      expect(() => isSampled('X', found)).to.throw(RangeError, String(found));
  });
});
