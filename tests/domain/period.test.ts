import { expect } from 'chai';
import { periodBefore, type PeriodLength } from '../../domain/period.js';

const ZONE = 'Asia/Shanghai';
const before = (length: PeriodLength, at: string) => {
  const { from, until, name } = periodBefore(length, new Date(at), ZONE);

  return [from.toISOString(), until.toISOString(), name];
};
/** Midnight in Shanghai. */
const day = (date: string) => new Date(`${date}T00:00:00+08:00`).toISOString();

describe('The period of a regular report', () => {
  it('is the last whole month, over the end of a year too', () => {
    expect(before('month', '2024-04-01T09:00:00+08:00')).to.deep.equal([
      day('2024-03-01'),
      day('2024-04-01'),
      '2024年3月',
    ]);
    expect(before('month', '2024-01-15T09:00:00+08:00')).to.deep.equal([
      day('2023-12-01'),
      day('2024-01-01'),
      '2023年12月',
    ]);
  });

  it('is the last whole week from Monday to Sunday, whatever day it is', () => {
    const week = [day('2024-03-11'), day('2024-03-18'), '2024年3月11日至17日'];
    expect(before('week', '2024-03-18T00:00:00+08:00')).to.deep.equal(week);
    expect(before('week', '2024-03-24T23:59:59+08:00')).to.deep.equal(week);
    expect(before('week', '2024-03-25T00:00:00+08:00')[2]).to.equal('2024年3月18日至24日');
  });

  it('names both months or years of a week that has two', () => {
    expect(before('week', '2024-04-02T09:00:00+08:00')[2]).to.equal('2024年3月25日至31日');
    expect(before('week', '2024-05-06T09:00:00+08:00')[2]).to.equal('2024年4月29日至5月5日');
    expect(before('week', '2025-01-06T09:00:00+08:00')[2]).to.equal('2024年12月30日至2025年1月5日');
  });

  it('is the last whole quarter', () => {
    const fourth = [day('2020-10-01'), day('2021-01-01'), '2020年第四季度'];
    expect(before('quarter', '2021-01-01T00:00:00+08:00')).to.deep.equal(fourth);
    expect(before('quarter', '2021-03-31T23:00:00+08:00')).to.deep.equal(fourth);
    expect(before('quarter', '2021-04-01T09:00:00+08:00')[2]).to.equal('2021年第一季度');
  });

  it('begins in the zone of the place, not of the machine', () => {
    expect(before('month', '2024-03-31T16:30:00Z')[2]).to.equal('2024年3月');
  });
});
