import { expect } from 'chai';

import type { Concerned } from '../../commands/address-book.js';
import type { Deps } from '../../commands/deps.js';
import { mergeCase } from '../../commands/merge-case.js';
import { sendNotice } from '../../commands/send-notice.js';
import { dispatched, refusal, twice } from './acts.js';
import { job, registered, testDeps } from './workbench.js';

describe('a notice', () => {
  let deps: Deps;
  const send = (concerned: Concerned, to: string) =>
    sendNotice(deps)(concerned, { notice: 'reminder', to, channels: ['sms'] }, job('send-notice'));

  before(async () => {
    deps = await testDeps();
  });

  after(() => deps.models.close());

  it('goes out once a recipient and channel, stands in the record, and names nobody who reported', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    const headers = { notice: 'reminder', to: 'unit', channels: ['sms', 'wechat'] };

    await twice(deps, caseNumber, 'send-notice', (same) => sendNotice(deps)({ caseNumber, orderId }, headers, same));

    const outbox = await deps.models.outbox.ofCase(caseNumber);
    expect(outbox.map(({ channel }) => channel)).to.have.members(['sms', 'wechat']);
    expect(new Set(outbox.map(({ to }) => to))).to.deep.equal(new Set(['testtown/heating']));
    expect(outbox[0]?.text).to.contain(caseNumber);
    expect(JSON.stringify(outbox)).not.to.match(/王小明|13800005678/);
    const [notice] = await deps.models.notices.ofCase(caseNumber);
    expect(notice).to.deep.include({ kind: 'reminder', unitId: 'heating', orderId });
    expect((await deps.models.steps.ofCase(caseNumber)).at(-1)?.act).to.equal('send-notice');
  });

  it('says why something was refused, and keeps it with the notice', async () => {
    const { caseNumber, orderId } = await dispatched(deps);
    const told = {
      notice: 'return-refused',
      to: 'unit',
      channels: ['wechat'],
      refusal: '退单须在 2019-12-21 13:00 前提出',
    };

    await sendNotice(deps)({ caseNumber, orderId }, told, job('send-notice'));

    const text = (await deps.models.outbox.ofCase(caseNumber)).find(({ kind }) => kind === 'return-refused')?.text;
    expect(text).to.contain('不予受理：退单须在 2019-12-21 13:00 前提出。请继续办理');
    const [notice] = await deps.models.notices.ofCase(caseNumber);
    expect(notice?.result).to.include({ refusal: told.refusal });
  });

  it('reaches everybody who reported the matter', async () => {
    const [first, second] = [await registered(deps), await registered(deps)];
    await mergeCase(deps)({ caseNumber: second, mergeInto: first }, job('merge-case'));

    await send({ caseNumber: first }, 'callers');

    const told = (await deps.models.outbox.ofCase(first)).map(({ to }) => to);
    expect(told).to.have.members([`caller:${first}`, `caller:${second}`]);
  });

  const addresses: [string, Partial<Concerned>, string][] = [
    ['center', {}, 'testtown/center'],
    ['leader', { unitId: 'heating' }, 'testtown/city'],
    ['leader', { leaderId: 'vice-mayor' }, 'testtown/city'],
    ['line', { lineId: 'line-119' }, 'line:line-119'],
    ['bodies', { bodies: ['north'] }, 'testtown/north'],
    ['units', { sweepUnits: ['south'] }, 'testtown/south'],
    ['caller', {}, 'caller:'],
  ];
  for (const [to, concerned, address] of addresses)
    it(`finds ${to} by ${Object.keys(concerned).join() || 'the case alone'}`, async () => {
      const caseNumber = await registered(deps);

      await send({ caseNumber, ...concerned }, to);

      const [message] = await deps.models.outbox.ofCase(caseNumber);
      expect(message?.to).to.equal(address === 'caller:' ? `caller:${caseNumber}` : address);
    });

  it('is an incident, and sends nothing, when the diagram does not say to whom', async () => {
    const caseNumber = await registered(deps);

    for (const to of ['everybody', 'unit', 'units', 'leader', 'line', 'bodies', 'attendees'])
      expect(await refusal(send({ caseNumber }, to)), to).to.equal('WRONG_INPUT');
    expect(await refusal(send({ caseNumber, leaderId: 'nobody' }, 'leader'))).to.equal('WRONG_INPUT');
    expect(await refusal(send({ caseNumber, unitId: 'moon' }, 'unit'))).to.equal('UNIT_UNKNOWN');
    expect(await refusal(send({ caseNumber: 'TT-0' }, 'center'))).to.equal('CASE_UNKNOWN');
    expect(await deps.models.outbox.ofCase(caseNumber)).to.deep.equal([]);
    expect(await deps.models.notices.ofCase(caseNumber)).to.deep.equal([]);
  });
});
