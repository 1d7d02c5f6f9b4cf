import { expect } from 'chai';

import { openModels, type Models } from '../../models/open-models.js';
import { testDatabase } from '../support/stack.js';

describe('A counter', () => {
  let models: Models;
  before(async function () {
    this.timeout(240_000);
    models = await openModels(await testDatabase());
  });
  after(() => models.close());

  it('gives each of many who ask at once a number of their own, also when it does not exist yet', async () => {
    for (const name of ['case/one', 'case/two', 'case/three']) {
      const numbers = await Promise.all(Array.from({ length: 40 }, () => models.counters.next(name)));
      expect(new Set(numbers).size).to.equal(40);
    }
  });

  it('counts each name from 1', async () => {
    expect(await models.counters.next('order/one')).to.equal(1);
    expect(await models.counters.next('order/one')).to.equal(2);
    expect(await models.counters.next('order/two')).to.equal(1);
  });
});
