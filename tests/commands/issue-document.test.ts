import { expect } from 'chai';

import type { Deps } from '../../commands/deps.js';
import { issueDocument } from '../../commands/issue-document.js';
import { dispatched, refusal, twice } from './acts.js';
import { job, registered, testDeps } from './workbench.js';

describe('an official document', () => {
  let deps: Deps;

  before(async () => {
    deps = await testDeps();
  });

  after(() => deps.models.close());

  it('is rendered, kept and told of once, with addressee and legal basis', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    const headers = { document: 'supervision-letter', to: 'unit', channels: ['wechat'] };
    const concerned = { caseNumber, orderId, legalBasis: '城镇供热条例第八条' };

    const [first, again] = await twice(deps, caseNumber, 'issue-document', (same) =>
      issueDocument(deps)(concerned, headers, same),
    );

    expect(again).to.deep.equal(first);
    const kept = await deps.models.documents.find(first.documentId);
    expect(kept).to.deep.include({ kind: 'supervision-letter', addressee: '供热公司', orderId });
    expect(kept?.html).to.contain('城镇供热条例第八条').and.contain(caseNumber);
    expect(kept?.html).not.to.match(/王小明|13800005678/);
    expect(await deps.models.outbox.ofCase(caseNumber)).to.have.length(1);
  });

  it('stays as it was made when the case changes before the job comes again', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    const headers = { document: 'reminder', to: 'unit', channels: [] };
    const same = job('issue-document');
    const { documentId } = await issueDocument(deps)({ caseNumber, orderId }, headers, same);
    const before = await deps.models.documents.find(documentId);
    const cases = deps.models.connection.collection<{ _id: string }>('cases');
    await cases.updateOne({ _id: caseNumber }, { $set: { title: '另一个标题' } });

    await issueDocument(deps)({ caseNumber, orderId }, headers, same);

    expect(await deps.models.documents.find(documentId)).to.deep.equal(before);
  });

  it('tells the procedure the unit of the leader who is to read it', async () => {
    const caseNumber = await registered(deps);
    const headers = { document: 'written-report', to: 'leader', channels: [] };

    const issued = await issueDocument(deps)({ caseNumber, leaderId: 'vice-mayor' }, headers, job('issue-document'));

    expect(issued.leaderUnitId).to.equal('city');
  });

  it('goes to several units as one document', async () => {
    const caseNumber = await registered(deps);
    const headers = { document: 'like-cases-notice', to: 'units', channels: ['wechat'] };
    const units = { caseNumber, sweepUnits: ['north', 'south'] };

    const { documentId } = await issueDocument(deps)(units, headers, job('issue-document'));

    expect((await deps.models.documents.find(documentId))?.addressee).to.equal('城北街道、城南街道');
    expect(await deps.models.outbox.ofCase(caseNumber)).to.have.length(2);
  });

  it('is an incident, and leaves nothing, without a template or an addressee', async () => {
    const caseNumber = await registered(deps);
    const issue = (document: string, to: string) =>
      refusal(issueDocument(deps)({ caseNumber }, { document, to, channels: [] }, job('issue-document')));

    expect(await issue('poem', 'center')).to.contain('TemplateMissingError');
    expect(await issue('reminder', 'unit')).to.equal('WRONG_INPUT');
    expect(await deps.models.documents.ofCase(caseNumber)).to.deep.equal([]);
  });
});
