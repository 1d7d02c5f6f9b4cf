import { expect } from 'chai';

import { seriesOf } from '../../stories/series.js';
import type { Story } from '../../stories/story.js';

const story = (id: string, ...when: Story['when']): Story => ({ id, title: id, locality: 'jilin', when, then: {} });
const idsOf = (stories: Story[]) => seriesOf(stories, () => 'Asia/Shanghai').map((one) => one.map(({ id }) => id));

describe('series of stories', () => {
  it('keeps stories that follow each other on one stage', () => {
    const first = story('first', { at: '2024-03-06 09:00' }, { after: '2h' });
    const second = story('second', { at: '2024-03-06 11:00' }, { at: '2024-03-07 09:00' });

    expect(idsOf([first, second])).to.deep.equal([['first', 'second']]);
  });

  it('gives a story that begins before another has ended a stage of its own', () => {
    const long = story('long', { at: '2024-03-06 09:00' }, { at: '2024-03-08 09:00' });
    const within = story('within', { at: '2024-03-07 09:00' }, { after: '1d' });
    const later = story('later', { at: '2024-03-08 09:30' });

    expect(idsOf([long, within, later])).to.deep.equal([['long', 'later'], ['within']]);
  });
});
