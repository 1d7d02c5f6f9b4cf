import { expect } from 'chai';

import { closeCase } from '../../commands/close-case.js';
import type { Deps } from '../../commands/deps.js';
import { mergeCase } from '../../commands/merge-case.js';
import { refusal, twice } from './acts.js';
import { job, registered, testDeps } from './workbench.js';

describe('merging a case into another one', () => {
  let deps: Deps;
  const merge = (caseNumber: string, mergeInto: string) =>
    mergeCase(deps)({ caseNumber, mergeInto }, job('merge-case'));
  const callersOf = async (caseNumber: string) =>
    (await deps.models.cases.find(caseNumber))?.callers.map((caller) => caller.caseNumber);

  before(async () => {
    deps = await testDeps();
  });

  after(() => deps.models.close());

  it('adds its caller once to those who are told, also when the job comes again', async () => {
    const [from, into] = [await registered(deps), await registered(deps)];

    await twice(deps, from, 'merge-case', (same) => mergeCase(deps)({ caseNumber: from, mergeInto: into }, same));

    expect(await callersOf(into)).to.deep.equal([from]);
    expect((await deps.models.cases.find(from))?.mergedInto).to.equal(into);
    expect((await deps.models.steps.ofCase(into)).filter(({ act }) => act === 'join-case')).to.have.length(1);
  });

  it('loses no caller when five are merged at the same time', async () => {
    const into = await registered(deps);
    const from = await Promise.all([1, 2, 3, 4, 5].map(() => registered(deps)));

    await Promise.all(from.map((caseNumber) => merge(caseNumber, into)));

    expect(await callersOf(into)).to.have.members(from);
  });

  it('takes along the callers that were merged into it before', async () => {
    const [first, second, third] = [await registered(deps), await registered(deps), await registered(deps)];

    await merge(first, second);
    await merge(second, third);

    expect(await callersOf(third)).to.deep.equal([second, first]);
  });

  it('finishes a merge that a crash cut off although the other case has closed since', async () => {
    const [from, into] = [await registered(deps), await registered(deps)];
    const same = job('merge-case');
    await mergeCase(deps)({ caseNumber: from, mergeInto: into }, same);
    await closeCase(deps)({ caseNumber: into, outcome: 'solved' }, job('close-case'));

    await mergeCase(deps)({ caseNumber: from, mergeInto: into }, same);

    expect(await callersOf(into)).to.deep.equal([from]);
  });

  it('is refused into an unknown case, itself, a closed one and one that is merged, and changes nothing', async () => {
    const [from, closed, merged, target] = await Promise.all([1, 2, 3, 4].map(() => registered(deps)));
    await closeCase(deps)({ caseNumber: closed!, outcome: 'solved' }, job('close-case'));
    await merge(merged!, target!);

    for (const into of ['TT-20191221-9999', from!, closed!, merged!])
      expect(await refusal(merge(from!, into)), into).to.equal('MERGE_REFUSED');

    expect(await deps.models.cases.find(from!)).not.to.have.property('mergedInto');
    expect(await callersOf(merged!)).to.deep.equal([]);
  });
});
