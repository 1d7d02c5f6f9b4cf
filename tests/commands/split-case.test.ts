import { expect } from 'chai';

import type { Deps } from '../../commands/deps.js';
import { splitCase } from '../../commands/split-case.js';
import { handedIn, refusal, twice } from './acts.js';
import { job, registered, testDeps } from './workbench.js';

const form = 'split-items';

describe('splitting a case', () => {
  let deps: Deps;

  before(async () => {
    deps = await testDeps();
  });

  after(() => deps.models.close());

  it('gives each item an owner, and tells the procedure nothing of its text', async () => {
    const caseNumber = await registered(deps);
    const items = [
      { unitId: 'heating', role: 'lead', text: '修复爆裂的管道' },
      { unitId: 'north', text: '安置老人' },
    ];
    await handedIn(deps, caseNumber, form, { items });

    const [first, again] = await twice(deps, caseNumber, 'split-case', (same) =>
      splitCase(deps)({ caseNumber, form }, same),
    );

    expect(again).to.deep.equal(first);
    expect(first.items).to.deep.equal([
      { itemId: '1', unitId: 'heating', role: 'lead', index: 0 },
      { itemId: '2', unitId: 'north', role: 'item', index: 1 },
    ]);
    const found = await deps.models.cases.find(caseNumber);
    expect(found?.items.map(({ text, unitId, state }) => [text, unitId, state])).to.deep.equal([
      ['修复爆裂的管道', 'heating', 'open'],
      ['安置老人', 'north', 'open'],
    ]);
  });

  it('is refused with no item, and is an incident without a form', async () => {
    const [empty, silent] = [await registered(deps), await registered(deps)];
    await handedIn(deps, empty, form, { items: [] });

    expect(await refusal(splitCase(deps)({ caseNumber: empty, form }, job('split-case')))).to.equal('NO_ITEMS');
    expect(await refusal(splitCase(deps)({ caseNumber: silent, form }, job('split-case')))).to.equal('WRONG_INPUT');
    expect((await deps.models.cases.find(empty))?.items).to.deep.equal([]);
  });
});
