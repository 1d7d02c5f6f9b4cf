import { expect } from 'chai';

import { localTime } from '../../domain/local-time.js';
import { instantOf, spanOf, spanWords } from '../../stories/moment.js';

describe('Time in stories', () => {
  it('is told in local time, whatever the zone of the process', () => {
    const at = instantOf('2019-12-21 09:00', 'Asia/Shanghai');
    expect(at.toISOString()).to.equal('2019-12-21T01:00:00.000Z');
    expect(localTime(at, 'Asia/Shanghai')).to.equal('2019-12-21 09:00:00');
  });

  it('is known to the second', () => {
    expect(instantOf('2019-12-21 09:00:01', 'Asia/Shanghai').toISOString()).to.equal('2019-12-21T01:00:01.000Z');
  });

  it('is counted in seconds, minutes, hours and days', () => {
    expect(['30s', '20m', '2h', '1.5d'].map(spanOf)).to.deep.equal([30_000, 1_200_000, 7_200_000, 129_600_000]);
  });

  it('refuses a span that is none, naming what is allowed', () => {
    expect(() => spanOf('2 weeks')).to.throw('span "2 weeks" is none: allowed are 30s, 20m, 2h, 3d');
  });

  it('is told in its two largest units', () => {
    const minutes = (count: number) => spanWords(count * 60_000);
    expect([0, 118, 120, 36 * 1_440 + 15 * 60 + 20].map(minutes)).to.deep.equal([
      ' 0 分钟',
      ' 1 小时 58 分钟',
      ' 2 小时',
      ' 36 天 15 小时',
    ]);
  });
});
