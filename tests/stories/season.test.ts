import { join } from 'node:path';

import { expect } from 'chai';
import { pino } from 'pino';

import { loadLocalities } from '../../procedures/localities.js';
import { playSeason } from '../../stories/season.js';
import type { Story } from '../../stories/story.js';

const folder = join(import.meta.dirname, '../../bpmn');

const reported = (id: string, from: string, until: string, then: Story['then']): Story => ({
  id,
  title: id,
  locality: 'baicheng',
  when: [
    {
      at: from,
      report: {
        by: 'center.agent',
        channel: 'phone',
        title: '凉亭漏雨',
        text: '小区凉亭漏雨，请维修。',
        caller: { name: '赵女士', phone: '13804360009' },
      },
    },
    { at: until, expect: { open: ['受理分类'] } },
  ],
  then,
});

describe('A season of stories', function () {
  this.timeout(240_000);

  it('plays stories that overlap on stages of their own, and tells of them in their order', async () => {
    const around = reported('around', '2019-05-06 09:00', '2019-05-06 12:00', { stage: 'registered' });
    const within = reported('within', '2019-05-06 10:00', '2019-05-06 10:30', { stage: 'closed' });
    const options = { folder, localities: loadLocalities(folder), log: pino({ level: 'silent' }) };
    const played = await playSeason([around, within], options, ({ story, cases, verdicts, stopped }) =>
      Promise.resolve({
        id: story.id,
        number: cases.get('case'),
        stopped,
        wrong: verdicts.filter(({ holds }) => !holds).map(({ at, expected, found }) => `${at} ${expected}, ${found}`),
      }),
    );

    // Both are the first of their day: neither stage knows of the other's case.
    expect(played).to.deep.equal([
      { id: 'around', number: 'BC-20190506-0001', stopped: undefined, wrong: [] },
      {
        id: 'within',
        number: 'BC-20190506-0001',
        stopped: undefined,
        wrong: ['end stage: closed, registered'],
      },
    ]);
  });
});
