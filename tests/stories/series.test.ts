import { expect } from 'chai';

import { seriesOf } from '../../stories/series.js';
import type { Story } from '../../stories/story.js';

const story = (id: string, ...when: Story['when']): Story => ({ id, title: id, locality: 'jilin', when, then: {} });
const idsOf = (stories: Story[], wanted = 1) =>
  seriesOf(stories, () => 'Asia/Shanghai', wanted).map((one) => one.map(({ id }) => id));

/** A story of so many moments on a day of its own. */
const long = (id: string, day: number, moments: number): Story =>
  story(
    id,
    { at: `2024-03-${String(day).padStart(2, '0')} 09:00` },
    ...Array<{ after: string }>(moments - 1).fill({ after: '1m' }),
  );

describe('series of stories', () => {
  it('keeps stories that follow each other on one stage', () => {
    const first = story('first', { at: '2024-03-06 09:00' }, { after: '2h' });
    const second = story('second', { at: '2024-03-06 11:00' }, { at: '2024-03-07 09:00' });

    expect(idsOf([first, second])).to.deep.equal([['first', 'second']]);
  });

  it('gives a story that begins before another has ended a stage of its own', () => {
    const around = story('around', { at: '2024-03-06 09:00' }, { at: '2024-03-08 09:00' });
    const within = story('within', { at: '2024-03-07 09:00' }, { after: '1d' });
    const later = story('later', { at: '2024-03-08 09:30' });

    expect(idsOf([around, within, later])).to.deep.equal([['around', 'later'], ['within']]);
  });

  it('shares stories out to as many stages as are wanted, each with about as much to play', () => {
    const stories = [long('a', 1, 20), long('b', 2, 30), long('c', 3, 5), long('d', 4, 6), long('e', 5, 5)];

    expect(idsOf(stories, 2)).to.deep.equal([
      ['a', 'c', 'd'],
      ['b', 'e'],
    ]);
  });

  it('keeps no stage through months in which nothing is played', () => {
    const before = story('before', { at: '2021-03-06 09:00' }, { after: '1d' });
    const soon = story('soon', { at: '2021-05-06 09:00' });
    const years = story('years', { at: '2024-03-06 09:00' });

    expect(idsOf([before, soon, years])).to.deep.equal([['before', 'soon'], ['years']]);
  });

  it('opens no second stage for little', () => {
    const one = story('one', { at: '2024-03-06 09:00' });
    const other = story('other', { at: '2024-03-07 09:00' });

    expect(idsOf([one, other], 2)).to.deep.equal([['one', 'other']]);
  });
});
