import { expect } from 'chai';

import type { PinnedClock } from '../../clock.js';
import type { Deps } from '../../commands/deps.js';
import { fileAssessment } from '../../commands/file-assessment.js';
import { issueDocument } from '../../commands/issue-document.js';
import { openAssessment } from '../../commands/open-assessment.js';
import { reopenCase } from '../../commands/reopen-case.js';
import { withdrawCase } from '../../commands/withdraw-case.js';
import { SYSTEM } from '../../models/collection.js';
import { AGENT, job, MORNING, registered, testDeps } from './workbench.js';

const HEADERS = { title: '月通报', period: 'month' };
const NEW_YEAR = new Date('2020-01-01T09:00:00+08:00');

/** Why an act was refused. */
const messageOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'it was not refused',
    (error: unknown) => (error as Error).message,
  );

describe('A regular report', () => {
  let deps: Deps & { clock: PinnedClock };
  const by = { userId: AGENT.userId, unitId: 'center', name: AGENT.name };

  beforeEach(async () => {
    deps = await testDeps();
  });

  afterEach(() => deps.models.close());

  const open = (at = job('open-assessment')) => openAssessment(deps)(HEADERS, at);

  /** A case in December with an order of the centre: answered by it, and solved. */
  async function handled(): Promise<string> {
    deps.clock.pin(MORNING);
    const caseNumber = await registered(deps, { kind: 'help', category: 'heat' });
    await deps.models.orders.insert({
      ...{ _id: `${caseNumber}/1`, caseNumber, locality: 'testtown', cause: caseNumber, number: '1号' },
      ...{ unitId: 'center', role: 'lead', state: 'replied', issuedAt: MORNING, repliedAt: MORNING },
      ...{ returns: [], extensions: [], reviews: [], designated: false },
    });
    await deps.models.callbacks.insert({
      ...{ _id: caseNumber, caseNumber, locality: 'testtown', round: 1, attempt: 1, sampled: false },
      ...{ reached: true, solved: true, satisfied: true, factors: { speed: '4' }, at: MORNING, by: SYSTEM },
    });
    deps.clock.pin(NEW_YEAR);

    return caseNumber;
  }

  it('is carried by a case of its own, with the units that are assessed', async () => {
    await handled();

    const opened = await open();

    expect(opened).to.deep.include({ assessed: true, center: 'center', units: ['center'], bottomUnits: [] });
    const found = await deps.models.cases.find(opened.caseNumber ?? '');
    expect(found).to.deep.include({ title: '2019年12月月通报', channel: 'assessment', stage: 'registered' });
    const kept = await deps.models.assessments.find(opened.caseNumber ?? '');
    expect(kept?.figures).to.deep.include({ registered: 1 });
    expect(kept?.period).to.deep.include({ name: '2019年12月' });
  });

  it('is made of nothing where nothing was registered', async () => {
    deps.clock.pin(NEW_YEAR);

    expect(await open()).to.deep.include({ assessed: false, caseNumber: null, units: [] });
    expect((await deps.models.cases.list({}, 'registeredAt', { page: 1, limit: 9 })).items).to.deep.equal([]);
  });

  it('is made once, of the same figures, when the job comes again, and not by another instance', async () => {
    await handled();
    const first = job('open-assessment');
    const opened = await open(first);
    await handled();

    expect(await open(first)).to.deep.equal(opened);
    expect((await deps.models.assessments.find(opened.caseNumber ?? ''))?.figures.registered).to.equal(1);
    expect(await open({ ...job('open-assessment'), processInstanceKey: 'another' })).to.include({ assessed: false });
  });

  it('says what its period may be when the diagram says another', async () => {
    const yearly = openAssessment(deps)({ ...HEADERS, period: 'year' }, job('open-assessment'));

    expect(await messageOf(yearly))
      .to.contain('year')
      .and.to.contain('week、month、quarter');
  });

  it('is printed with ranks, rates and what has become more, and read by those it goes to', async () => {
    await handled();
    const { caseNumber, units } = await open();
    const concerned = { caseNumber: caseNumber ?? '', assessed: [...units, 'city'] };
    const headers = { document: 'bulletin', to: 'assessed', channels: ['wechat'] };

    const { documentId } = await issueDocument(deps)(concerned, headers, job('issue-document'));

    const paper = await deps.models.documents.find(documentId);
    const text = (paper?.html ?? '').replaceAll(/<style>[^]*<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(text).to.contain('市指挥中心、试验市：');
    expect(text).to.contain('2019年12月登记 1 件，已办结 0 件（0%）');
    expect(text).to.contain('解决率 1/1 100%');
    expect(text).to.contain('1 市指挥中心 1 100%');
    expect(text).to.contain('供热 1 件（比上期多 1 件）');
    expect(text).to.contain('办理速度 4.0 分（1 人）');
    expect((await deps.models.cases.find(caseNumber ?? ''))?.parties).to.have.members(['center', 'city']);
  });

  it('is nobody’s to take back or to reopen', async () => {
    await handled();
    const { caseNumber } = await open();
    const number = caseNumber ?? '';

    expect(await messageOf(withdrawCase(deps)(number, '不要了', by))).to.contain('没有诉求人');
    await fileAssessment(deps)({ caseNumber: number, issued: true }, job('file-assessment'));
    expect(await deps.models.cases.find(number)).to.deep.include({ stage: 'closed', outcome: 'issued' });
    expect(await messageOf(reopenCase(deps)(number, '不对', by))).to.contain('不是诉求');
  });
});
