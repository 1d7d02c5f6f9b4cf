import { randomBytes } from 'node:crypto';

import { expect } from 'chai';

import { callerHider } from '../../api/presenters/caller-traces.js';
import { pointText } from '../../domain/point.js';
import { openIdentity } from '../../models/identity.js';

describe('what gives a caller away', () => {
  const point = { longitude: 122.84, latitude: -45.62 };
  const hide = callerHider(openIdentity(randomBytes(32)), {
    _id: 'LH-20260101-0001',
    caller: { masked: { name: '张**' } },
    place: { address: '人民路 12 号', point },
  });

  it('is the point on the map as well as the address', () => {
    expect(pointText(point)).to.equal('东经122.84000°，南纬45.62000°');
    const shown = hide({ html: `<td>人民路 12 号（${pointText(point)}）</td>`, text: '路面塌陷' });

    expect(shown.html).not.to.match(/人民路|122\.84|45\.62/);
    expect(shown.text).to.equal('路面塌陷');
  });
});
