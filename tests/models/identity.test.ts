import { randomBytes } from 'node:crypto';

import { expect } from 'chai';

import { openIdentity, SealBrokenError } from '../../models/identity.js';

const identity = openIdentity(randomBytes(32));
const CALLER = { name: '王小明', phone: '+8613800005678' };

describe('a sealed identity', () => {
  it('opens for its own case', () => {
    expect(identity.open(identity.seal(CALLER, 'TT-1'), 'TT-1')).to.deep.equal(CALLER);
  });

  it('stays shut for another case, another key, and when a byte is changed', () => {
    const sealed = identity.seal(CALLER, 'TT-1');
    const broken = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;

    expect(() => identity.open(sealed, 'TT-2')).to.throw(SealBrokenError);
    expect(() => openIdentity(randomBytes(32)).open(sealed, 'TT-1')).to.throw(SealBrokenError);
    expect(() => identity.open(broken, 'TT-1')).to.throw(SealBrokenError);
    expect(() => identity.open('v1.x', 'TT-1')).to.throw(SealBrokenError);
  });

  it('shows nothing of the caller, and is never the same twice', () => {
    const [one, other] = [identity.seal(CALLER, 'TT-1'), identity.seal(CALLER, 'TT-1')];

    expect(one).not.to.equal(other);
    expect(Buffer.from(one, 'base64url').toString()).not.to.contain('13800005678');
  });

  it('finds the same phone again, and no other', () => {
    expect(identity.phoneHash('110')).to.equal(identity.phoneHash('110'));
    expect(identity.phoneHash('110')).not.to.equal(identity.phoneHash('119'));
  });

  it('refuses a key that is too short', () => {
    expect(() => openIdentity(randomBytes(16))).to.throw('32 bytes');
  });
});
