import { expect } from 'chai';

import { classifyCase } from '../../commands/classify-case.js';
import type { Deps } from '../../commands/deps.js';
import { registerLikeCases } from '../../commands/register-like-cases.js';
import { refusal, twice } from './acts.js';
import { job, registered, testDeps } from './workbench.js';

describe('cases opened by a sweep', () => {
  let deps: Deps;

  before(async () => {
    deps = await testDeps();
  });

  after(() => deps.models.close());

  const swept = async () => {
    const caseNumber = await registered(deps);
    await classifyCase(deps)({ caseNumber, kind: 'help', category: 'heat' }, job('classify-case'));

    return caseNumber;
  };

  it('are one a unit, traced to the first case, none twice', async () => {
    const caseNumber = await swept();

    const [first, again] = await twice(deps, caseNumber, 'register-like-cases', (same) =>
      registerLikeCases(deps)({ caseNumber, sweepUnits: ['north', 'south', 'north'] }, same),
    );

    expect(again).to.deep.equal(first);
    const like = await deps.models.cases.likeCases(caseNumber);
    expect(like.map(({ _id }) => _id)).to.deep.equal(first.likeCaseNumbers);
    expect(like.map(({ place }) => place?.unitId)).to.deep.equal(['north', 'south']);
    expect(like[0]).to.deep.include({ likeOf: caseNumber, kind: 'help', category: 'heat', channel: 'sweep' });
    expect(JSON.stringify(like)).not.to.match(/王小明|13800005678|41号/);
  });

  it('are completed after a crash between two of them', async () => {
    const caseNumber = await swept();
    const same = job('register-like-cases');
    await registerLikeCases(deps)({ caseNumber, sweepUnits: ['north'] }, job('register-like-cases'));

    const { likeCaseNumbers } = await registerLikeCases(deps)({ caseNumber, sweepUnits: ['north', 'south'] }, same);

    expect(likeCaseNumbers).to.have.length(2);
  });

  it('are refused for a unit that the locality does not have, with none opened', async () => {
    const caseNumber = await swept();
    const act = registerLikeCases(deps)({ caseNumber, sweepUnits: ['north', 'moon'] }, job('register-like-cases'));

    expect(await refusal(act)).to.equal('UNIT_UNKNOWN');
    expect(await deps.models.cases.likeCases(caseNumber)).to.deep.equal([]);
  });
});
