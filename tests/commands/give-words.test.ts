import { expect } from 'chai';

import { giveWords } from '../../commands/give-words.js';
import type { Deps } from '../../commands/deps.js';
import { wordsOf } from '../../models/words.js';
import { registered, testDeps } from './workbench.js';

describe('words of titles', () => {
  let deps: Deps;
  before(async () => {
    deps = await testDeps();
  });
  after(() => deps.models.close());

  it('are given to cases from before they were kept, once, and found before and after', async () => {
    const [lamp, cover] = [
      await registered(deps, { title: '南街路灯不亮' }),
      await registered(deps, { title: '北街井盖' }),
    ] as const;
    const cases = deps.models.connection.collection<{ _id: string }>('cases');
    await cases.updateMany({}, { $unset: { words: 1 } });
    const found = async (text: string) => {
      const filter = { scopes: [{ locality: 'testtown' }], text };

      return (await deps.models.cases.list(filter, '-registeredAt', { page: 1, limit: 9 })).items.map(({ _id }) => _id);
    };
    expect(await found('路灯')).to.deep.equal([lamp]);

    expect(await giveWords(deps)()).to.equal(2);
    expect(await giveWords(deps)()).to.equal(0);
    expect(await cases.findOne({ _id: cover })).to.have.deep.property('words', wordsOf('北街井盖'));
    expect(await found('路灯')).to.deep.equal([lamp]);
    expect(await found('北街')).to.deep.equal([cover]);
  });
});
