import { expect } from 'chai';
import type { Rates, RateName } from '../../domain/figures.js';
import { bottomOf, ranked, scoreOf } from '../../domain/ranking.js';
import { rate } from '../../domain/rates.js';

const rates = (given: Partial<Record<RateName, [number, number]>>): Rates => ({
  response: rate(...(given.response ?? [0, 0])),
  punctuality: rate(...(given.punctuality ?? [0, 0])),
  resolution: rate(...(given.resolution ?? [0, 0])),
  satisfaction: rate(...(given.satisfaction ?? [0, 0])),
});
const unit = (unitId: string, score: number | null, orders = 1) => ({ unitId, orders, score, rates: rates({}) });
const order = (...units: ReturnType<typeof unit>[]) => ranked(units).map(({ unitId, rank }) => [unitId, rank]);

describe('A score', () => {
  it('is the mean of the rates that the locality assesses by and that can be computed', () => {
    const found = rates({ response: [1, 2], resolution: [1, 1], satisfaction: [0, 4] });

    expect(scoreOf(found, ['response', 'resolution'])).to.equal(0.75);
    expect(scoreOf(found, ['response', 'punctuality', 'connection'])).to.equal(0.5);
    expect(scoreOf(found, ['punctuality'])).to.equal(null);
  });
});

describe('A ranking', () => {
  it('has the best first, those without a score last, and the same rank for the same score', () => {
    expect(order(unit('a', 0.5), unit('b', null), unit('c', 1), unit('d', 0.5, 9), unit('e', 0.2))).to.deep.equal([
      ['c', 1],
      ['d', 2],
      ['a', 2],
      ['e', 4],
      ['b', null],
    ]);
  });

  it('has a bottom of no more than half of it, and without those that missed nothing', () => {
    const of = (...scores: (number | null)[]) => ranked(scores.map((score, n) => unit(`u${n}`, score)));

    expect(bottomOf(of(1, 0.9, 0.8, 0.7, 0.6, 0.5, null), 3)).to.deep.equal(['u3', 'u4', 'u5']);
    expect(bottomOf(of(0.9, 0.5), 3)).to.deep.equal(['u1']);
    expect(bottomOf(of(0.4), 3)).to.deep.equal([]);
    expect(bottomOf(of(1, 1, 1, 1), 2)).to.deep.equal([]);
    expect(bottomOf([], 3)).to.deep.equal([]);
  });
});
