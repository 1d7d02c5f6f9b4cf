import { expect } from 'chai';
import { createServer, type Server } from 'node:net';
import { choosePort, freePort, isFree } from '../../local/ports.js';
import { StartFault } from '../../local/start-fault.js';

describe('the choice of a port', () => {
  let taken: Server;
  let port: number;

  beforeEach(async () => {
    port = await freePort();
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  });
  afterEach(() => taken.close());

  it('takes the wished one when it is free', async () => {
    const free = await freePort();

    expect(await isFree(free)).to.equal(true);
    expect(await choosePort({ purpose: 'the pages', port: free, fixed: true, change: 'PORT' })).to.equal(free);
  });

  it('is another one each time, though nobody listens on it yet, and none of an outgoing connection', async () => {
    const any = { purpose: 'the engine', port: 0, fixed: true, change: 'X' };
    const ports = await Promise.all([
      ...Array.from({ length: 30 }, () => freePort()),
      choosePort(any),
      choosePort(any),
    ]);

    expect(new Set(ports).size).to.equal(32);
    expect(Math.max(...ports)).to.be.lessThan(32_768); // where Linux begins, others later
  });

  it('gives way to a free one when the wished one was a mere preference', async () => {
    expect(await isFree(port)).to.equal(false);
    expect(await choosePort({ purpose: 'the database', port, fixed: false, change: 'X' })).not.to.equal(port);
  });

  it('says in one sentence which port is taken and what to set', async () => {
    const fault = await choosePort({ purpose: 'the pages', port, fixed: true, change: '--port <number>' }).catch(
      (error: unknown) => error,
    );

    expect(fault).to.be.instanceOf(StartFault);
    expect((fault as Error).message).to.equal(
      `Port ${port} for the pages is taken by another program: stop that program or choose another port with --port <number>.`,
    );
  });

  it('tells an address that is not this machine apart from a taken port', async () => {
    const wish = { purpose: 'the pages', port: 0, fixed: true, change: 'PORT' };
    const fault = await choosePort(wish, '203.0.113.1').catch((error: unknown) => error);

    expect((fault as Error).message).to.match(/cannot be listened on \(.*203\.0\.113\.1/);
  });
});
