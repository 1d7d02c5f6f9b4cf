import { expect } from 'chai';
import { setImmediate as moment } from 'node:timers/promises';
import { sideBySide } from '../../local/side-by-side.js';

describe('work side by side', () => {
  it('is so many at a time, and comes back in the order of the items', async () => {
    let [now, most] = [0, 0];
    const doubled = await sideBySide([4, 1, 3, 2], 2, async (rounds) => {
      now += 1;
      most = Math.max(most, now);
      for (let round = 0; round < rounds; round += 1) await moment();
      now -= 1;

      return 2 * rounds;
    });

    expect(doubled).to.deep.equal([8, 2, 6, 4]);
    expect(most).to.equal(2);
  });

  it('fails when one of them does', async () => {
    const failure = await sideBySide([1, 2], 2, (n) =>
      n === 2 ? Promise.reject(new Error('the second')) : Promise.resolve(n),
    ).catch((error: unknown) => error);

    expect(failure).to.have.property('message', 'the second');
  });
});
