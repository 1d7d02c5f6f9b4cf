import { expect } from 'chai';
import { lampAt, worseLamp } from '../../domain/supervision.js';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 4, 9, minute));
const times = { warnAt: at(10), dueAt: at(20) };

describe('The lamp of a case (红黄灯)', () => {
  it('is green, then yellow from the warning on, then red after the deadline', () => {
    expect([9, 10, 20, 21].map((minute) => lampAt(at(minute), times))).to.deep.equal([
      'green',
      'yellow',
      'yellow',
      'red',
    ]);
  });

  it('is green without a deadline', () => {
    expect(lampAt(at(59), {})).to.equal('green');
  });

  it('shows the worse of two', () => {
    expect(worseLamp('yellow', 'green')).to.equal('yellow');
    expect(worseLamp('yellow', 'red')).to.equal('red');
  });
});
