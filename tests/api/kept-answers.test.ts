import { expect } from 'chai';
import { KeptAnswers } from '../../api/figures/kept-answers.js';
import { pinnedClock } from '../../clock.js';

describe('an answer that costs much', () => {
  const clock = pinnedClock(new Date('2024-03-01T08:00:00Z'));
  const later = (millis: number) => clock.pin(new Date(clock.now().getTime() + millis));
  let works: ((answer: string) => void)[];
  let answers: KeptAnswers<string>;
  const workOut = () => new Promise<string>((resolve) => works.push(resolve));
  beforeEach(() => {
    works = [];
    answers = new KeptAnswers(clock, 60_000);
  });

  it('is worked out once for all who ask while it is worked out, however long that takes', async () => {
    const first = answers.ask('a', workOut);
    later(600_000);
    const second = answers.ask('a', workOut);
    works[0]!('worked out');

    expect(await Promise.all([first, second])).to.deep.equal(['worked out', 'worked out']);
    expect(works.length).to.equal(1);
  });

  it('is kept for its time from then on, and no longer', async () => {
    const first = answers.ask('a', workOut);
    works[0]!('old');
    await first;
    later(59_999);
    expect(await answers.ask('a', workOut)).to.equal('old');
    later(1);
    const anew = answers.ask('a', workOut);
    works[1]!('new');

    expect(await anew).to.equal('new');
  });

  it('is not that of another question', async () => {
    const [one, other] = [answers.ask('a', workOut), answers.ask('b', workOut)];
    works[0]!('a');
    works[1]!('b');

    expect(await Promise.all([one, other])).to.deep.equal(['a', 'b']);
  });

  it('is worked out anew when that failed, or when the clock was set back', async () => {
    const failed = await answers.ask('a', () => Promise.reject(new Error('away'))).catch(String);
    expect(failed).to.equal('Error: away');
    const second = answers.ask('a', workOut);
    works[0]!('worked out');
    await second;
    later(-1_000);
    void answers.ask('a', workOut);

    expect(works.length).to.equal(2);
  });
});
