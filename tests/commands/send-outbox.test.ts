import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { expect } from 'chai';

import type { PinnedClock } from '../../clock.js';
import type { Deps } from '../../commands/deps.js';
import { deliver } from '../../commands/deliver.js';
import type { MessageAdapter } from '../../commands/outbox/adapter.js';
import { gatewayAdapter } from '../../commands/outbox/gateway-adapter.js';
import { sendOutbox } from '../../commands/outbox/send-outbox.js';
import { MORNING, registered, testDeps } from './workbench.js';

const SECRET = 'shared with the operator';
const MINUTE = 60_000;

interface Received {
  id: string;
  signature: string;
  body: string;
}

describe('sending the outbox through a gateway', () => {
  let deps: Deps & { clock: PinnedClock };
  let server: Server;
  let adapter: MessageAdapter;
  let status = 200;
  const received: Received[] = [];

  before(async () => {
    server = createServer((request, response) => {
      void text(request).then((body) => {
        const { 'idempotency-key': id, 'x-huiyin-signature': signature } = request.headers;
        received.push({ id: String(id), signature: String(signature), body });
        response.writeHead(status).end('{}');
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    adapter = gatewayAdapter(`http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`, SECRET);
  });

  after(() => server.close());

  beforeEach(async () => {
    deps = await testDeps();
    received.length = 0;
    status = 200;
  });

  afterEach(() => deps.models.close());

  it('posts each message once, signed, under its own key, with the phone only there', async () => {
    const caseNumber = await queued(`caller:${await registered(deps)}`);

    expect(await sendOutbox(deps, adapter)()).to.deep.equal({ sent: 1, failed: 0 });
    expect(await sendOutbox(deps, adapter)()).to.deep.equal({ sent: 0, failed: 0 });

    const [message] = received;
    expect(received).to.have.length(1);
    expect(message?.signature).to.equal(createHmac('sha256', SECRET).update(String(message?.body)).digest('hex'));
    expect(JSON.parse(message?.body ?? '')).to.deep.include({
      id: message?.id,
      channel: 'sms',
      to: { kind: 'caller', phone: '+8613800005678' },
      text: '您的诉求已办结。',
    });
    const [kept] = await deps.models.outbox.ofCase(caseNumber);
    expect(kept).to.deep.include({ _id: message?.id, state: 'sent', sentAt: MORNING });
    expect(JSON.stringify(kept)).not.to.contain('13800005678');
  });

  it('addresses units and lines by their ids', async () => {
    await queued('testtown/heating');
    await queued('line:line-119');

    await sendOutbox(deps, adapter)();

    expect(received.map(({ body }) => (JSON.parse(body) as { to: unknown }).to)).to.have.deep.members([
      { kind: 'unit', locality: 'testtown', unitId: 'heating' },
      { kind: 'line', lineId: 'line-119' },
    ]);
  });

  it('waits longer after each refusal, under the same key, and gives up at last', async () => {
    status = 503;
    const caseNumber = await queued('testtown/heating');
    const waits: number[] = [];
    for (;;) {
      await sendOutbox(deps, adapter)();
      const [kept] = await deps.models.outbox.ofCase(caseNumber);
      if (kept?.state !== 'pending') break;
      waits.push((kept.nextAt.getTime() - deps.clock.now().getTime()) / MINUTE);
      deps.clock.pin(new Date(kept.nextAt.getTime() - 1));
      expect(await sendOutbox(deps, adapter)()).to.deep.equal({ sent: 0, failed: 0 });
      deps.clock.pin(kept.nextAt);
    }

    expect(waits).to.deep.equal([1, 2, 4, 8, 16, 32, 64]);
    expect(received).to.have.length(8);
    expect(new Set(received.map(({ id }) => id)).size).to.equal(1);
    expect((await deps.models.outbox.ofCase(caseNumber))[0]).to.include({ state: 'failed', attempts: 8 });
  });

  it('succeeds in the end when the gateway comes back', async () => {
    status = 503;
    const caseNumber = await queued('testtown/heating');
    await sendOutbox(deps, adapter)();
    status = 202;
    deps.clock.pin(new Date(MORNING.getTime() + MINUTE));

    expect(await sendOutbox(deps, adapter)()).to.deep.equal({ sent: 1, failed: 0 });
    expect((await deps.models.outbox.ofCase(caseNumber))[0]).to.include({ state: 'sent', attempts: 1 });
  });

  it('gives up at once on a caller who left no phone', async () => {
    const silent = await registered(deps, { channel: 'web', caller: undefined });
    await queued(`caller:${silent}`);

    expect(await sendOutbox(deps, adapter)()).to.deep.equal({ sent: 0, failed: 1 });
    expect(received).to.deep.equal([]);
    expect((await deps.models.outbox.newest(1))[0]).to.include({ state: 'failed' });
  });

  it('sends the others when one cannot be opened, and tries that one less and less', async () => {
    const unreadable = await registered(deps);
    const caller = { sealed: 'damaged', masked: {} };
    await deps.models.cases.move(unreadable, 'test', { set: { caller } });
    const broken = await queued(`caller:${unreadable}`);
    await queued('testtown/heating');

    expect(await sendOutbox(deps, adapter)()).to.deep.equal({ sent: 1, failed: 1 });
    expect((await deps.models.outbox.ofCase(broken))[0]).to.include({ state: 'pending', attempts: 1 });
  });

  let messages = 0;

  /** A message to that address; answers the number of the case it belongs to. */
  async function queued(to: string): Promise<string> {
    messages += 1;
    const caseNumber = `TT-M-${messages}`;
    await deliver(deps, {
      cause: `test:${messages}`,
      caseNumber,
      kind: 'result',
      channels: ['sms'],
      recipients: [{ recipient: { to, name: '诉求人' }, text: '您的诉求已办结。' }],
    });

    return caseNumber;
  }
});
