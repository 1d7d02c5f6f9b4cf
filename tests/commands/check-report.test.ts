import { expect } from 'chai';

import { checkReport } from '../../commands/check-report.js';
import { loadLocalities } from '../../procedures/localities.js';
import { MORNING, places, REPORT } from './workbench.js';

const locality = loadLocalities(places).get('testtown');
const fields = (changes: object) => checkReport({ ...REPORT, ...changes }, locality, MORNING).map(({ field }) => field);

describe('a report', () => {
  it('is taken with an emoji, with HTML, and without a phone where the channel needs none', () => {
    expect(fields({ text: '停暖了😡<b>快来</b>' })).to.deep.equal([]);
    expect(fields({ channel: 'web', caller: undefined })).to.deep.equal([]);
  });

  const refusals: [string, object, string[]][] = [
    ['an empty text', { text: ' \n' }, ['/text']],
    ['a text of a megabyte', { text: '长'.repeat(350_000) }, ['/text']],
    ['a phone that is none', { caller: { phone: '12' } }, ['/caller/phone']],
    ['no phone on the phone channel', { caller: undefined }, ['/caller/phone']],
    [
      'an unknown channel, kind and category',
      { channel: 'fax', kind: 'war', category: 'x' },
      ['/channel', '/kind', '/category'],
    ],
    ['a place outside the network', { place: { unitId: 'moon' } }, ['/place/unitId']],
    ['something that happened tomorrow', { occurredAt: new Date('2019-12-22T09:00:00+08:00') }, ['/occurredAt']],
    ['an appointment yesterday', { wantedAt: new Date('2019-12-20T09:00:00+08:00') }, ['/wantedAt']],
    ['a date that is none', { occurredAt: new Date('never') }, ['/occurredAt']],
  ];
  for (const [what, changes, expected] of refusals)
    it(`is refused for ${what}`, () => expect(fields(changes)).to.deep.equal(expected));

  it('does not repeat a phone that it refuses', () => {
    const errors = checkReport({ ...REPORT, caller: { phone: '138000056789999' } }, locality, MORNING);

    expect(JSON.stringify(errors)).not.to.contain('13800005678');
  });
});
