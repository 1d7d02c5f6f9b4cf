import { expect } from 'chai';
import { counterOf, formatNumber, NumberPatternError } from '../../domain/numbering.js';

const parts = { at: new Date('2019-12-20T16:30:00Z'), timeZone: 'Asia/Shanghai', seq: 7 };

describe('A number', () => {
  it('is made by its pattern, with the date of the locality', () => {
    expect(formatNumber('BC-{yyyymmdd}-{seq:4}', parts)).to.equal('BC-20191221-0007');
    expect(formatNumber('白督交〔{yyyy}〕{seq}号', parts)).to.equal('白督交〔2019〕7号');
    expect(formatNumber('{case}/{n}', { ...parts, case: 'BC-20191221-0007', n: 2 })).to.equal('BC-20191221-0007/2');
  });

  it('goes on wider when its sequence outgrows the width', () => {
    expect(formatNumber('{seq:2}', { ...parts, seq: 123 })).to.equal('123');
  });

  it('is refused where the pattern names a part that there is none of', () => {
    expect(() => formatNumber('X-{week}', parts)).to.throw(NumberPatternError, '{week}');
    expect(() => formatNumber('{case}/{n}', parts)).to.throw(NumberPatternError, '{case}');
  });

  it('is counted by day, by year or for ever, as its pattern says', () => {
    expect(counterOf('BC-{yyyymmdd}-{seq:4}', parts)).to.equal('BC-20191221-{seq:4}');
    expect(counterOf('白督交〔{yyyy}〕{seq}号', parts)).to.equal('白督交〔2019〕{seq}号');
    expect(counterOf('{seq:6}', parts)).to.equal('{seq:6}');
  });
});
