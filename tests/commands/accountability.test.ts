import { expect } from 'chai';

import type { Deps } from '../../commands/deps.js';
import { recordAccountability } from '../../commands/record-accountability.js';
import { referAccountability } from '../../commands/refer-accountability.js';
import { dispatched, handedIn, refusal, twice } from './acts.js';
import { job, person, testDeps } from './workbench.js';

const form = 'accountability-answer';

describe('a lead handed to those who hold units to account', () => {
  let deps: Deps;

  before(async () => {
    deps = await testDeps();
  });

  after(() => deps.models.close());

  it('is kept once with its document, and gives the bodies a part in the case', async () => {
    const { caseNumber, orderId } = await dispatched(deps);

    const [first, again] = await twice(deps, caseNumber, 'refer-accountability', (same) =>
      referAccountability(deps)({ caseNumber, orderId, bodies: ['north', 'south'] }, 'accountability', same),
    );

    expect(again).to.deep.equal(first);
    const [notice] = await deps.models.notices.ofCase(caseNumber);
    expect(notice).to.deep.include({ kind: 'accountability', unitId: 'heating' });
    const kept = await deps.models.documents.find(notice?.documentId ?? '');
    expect(kept?.addressee).to.equal('城北街道、城南街道');
    expect((await deps.models.cases.find(caseNumber))?.parties).to.include.members(['north', 'south']);
  });

  it('names the unit that it is about, where no order says so', async () => {
    const { caseNumber } = await dispatched(deps);
    const about = { caseNumber, unitId: 'heating', bodies: ['north'] };

    await referAccountability(deps)(about, 'accountability', job('refer-accountability'));

    const [notice] = await deps.models.notices.ofCase(caseNumber);
    const kept = await deps.models.documents.find(notice?.documentId ?? '');
    const { name } = deps.localities.get('testtown').network.unit('heating');
    expect(kept?.html).to.contain(`涉及单位：${name}`);
  });

  it('gets the answer of each body, once, each its own', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    const referral = { caseNumber, orderId, bodies: ['north', 'south'] };
    const { referralId } = await referAccountability(deps)(referral, 'accountability', job('refer-accountability'));
    for (const [body, accountabilityResult] of [
      ['north', 'confirmed'],
      ['south', 'unfounded'],
    ] as const)
      await handedIn(deps, caseNumber, form, { accountabilityResult }, { by: person(body, 'clerk') });

    for (const bodyId of ['north', 'south'])
      await twice(deps, caseNumber, 'record-accountability', (same) =>
        recordAccountability(deps)({ caseNumber, referralId, bodyId, form }, same),
      );

    const answers = (await deps.models.notices.ofCase(caseNumber)).slice(1);
    expect(answers.map(({ unitId, result }) => [unitId, result?.['accountabilityResult']])).to.have.deep.members([
      ['north', 'confirmed'],
      ['south', 'unfounded'],
    ]);
  });

  it('is recorded as unanswered by the centre, about the body that was silent and no other', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    const referral = { caseNumber, orderId, bodies: ['north', 'south'] };
    const { referralId } = await referAccountability(deps)(referral, 'accountability', job('refer-accountability'));
    const leader = { by: person('center', 'leader') };
    await handedIn(deps, caseNumber, 'press', { pressResult: 'unanswered' }, { ...leader, unitId: 'south' });
    const record = (bodyId: string) =>
      recordAccountability(deps)({ caseNumber, referralId, bodyId, form: 'press' }, job('record'));

    await record('south');

    expect(await refusal(record('north'))).to.equal('WRONG_INPUT');
    const answers = (await deps.models.notices.ofCase(caseNumber)).slice(1);
    expect(answers.map(({ unitId, result }) => [unitId, result?.['pressResult']])).to.deep.equal([
      ['south', 'unanswered'],
    ]);
  });

  it('is an incident with no body named, and while a body has not answered', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    const nobody = { caseNumber, orderId, bodies: ['moon'] };
    const answer = { caseNumber, referralId: 'r', bodyId: 'north', form };

    expect(await refusal(referAccountability(deps)(nobody, 'accountability', job('refer')))).to.equal('UNIT_UNKNOWN');
    expect(await refusal(recordAccountability(deps)(answer, job('record')))).to.equal('WRONG_INPUT');
    expect(await deps.models.notices.ofCase(caseNumber)).to.deep.equal([]);
  });
});
