import { expect } from 'chai';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { openLiveBoard } from '../../api/board/live-board.js';
import type { Board } from '../../api/contract/board.js';
import { openModels } from '../../models/open-models.js';
import { testDatabase } from '../support/stack.js';
import { until } from '../support/until.js';
import { readEvents } from './event-reader.js';
import { openApiBench, report, type ApiBench } from './workbench.js';

const boardOf = async (bench: ApiBench, post = 'center.supervisor') =>
  (await (await bench.as(post)).get('/api/board').expect(200)).body as Board;

const register = async (bench: ApiBench, changes: object = {}): Promise<string> => {
  const answer = await (await bench.as('center.agent')).post('/api/cases', report(changes)).expect(201);

  return (answer.body as { caseNumber: string }).caseNumber;
};

/** Moves a case in the database, as a job of its procedure does. */
const move = (bench: ApiBench, caseNumber: string, set: object) =>
  bench.deps.models.connection.collection<{ _id: string }>('cases').updateOne({ _id: caseNumber }, { $set: set });

describe('the board of a locality', () => {
  let bench: ApiBench;
  before(async () => {
    bench = await openApiBench({ beatMs: 100 });
  });
  after(() => bench.close());

  it('is refused to those who do not supervise, and for another locality to everybody', async () => {
    for (const post of ['housing.clerk', 'center.agent', 'citizen']) {
      await (await bench.as(post)).get('/api/board').expect(403);
      await (await bench.as(post)).get('/api/board/events').expect(403);
      await (await bench.as(post)).get('/api/supervision').expect(403);
    }
    await (await bench.as('center.supervisor')).get('/api/board?locality=elsewhere').expect(403);
    await (await bench.as('center.supervisor')).get('/api/board/events?locality=elsewhere').expect(403);
  });

  it('counts what is open by stage, unit and lamp, and lists the late ones first', async () => {
    const [late, later, soon, fine] = [
      await register(bench),
      await register(bench),
      await register(bench),
      await register(bench),
    ];
    const now = bench.clock.now().getTime();
    const held = (dueIn: number, warnIn: number) => ({
      stage: 'handling',
      holder: { unitId: 'housing' },
      dueAt: new Date(now + dueIn),
      warnAt: new Date(now + warnIn),
    });
    await move(bench, late, held(-2_000_000, -3_000_000));
    await move(bench, later, held(-1_000_000, -3_000_000));
    await move(bench, soon, held(1_000_000, -1_000));
    await move(bench, fine, held(9_000_000, 8_000_000));

    await until(async () => {
      const { red, yellow, green } = (await boardOf(bench)).lamps;

      return red + yellow + green === 4;
    });
    const board = await boardOf(bench);
    expect(board.lamps).to.deep.include({ red: 2, yellow: 1, green: 1 });
    expect(board.late.items.map(({ caseNumber }) => caseNumber)).to.deep.equal([late, later]);
    expect(board.soon.items.map(({ caseNumber }) => caseNumber)).to.deep.equal([soon]);
    expect(board.units.find(({ unitId }) => unitId === 'housing')).to.include({ open: 4, red: 2, yellow: 1 });
    expect(board.stages.find(({ stage }) => stage === 'handling')?.count).to.equal(4);
    expect(board.today.registered).to.equal(4);
  });

  it('shows no title of a confidential case to a supervisor without a part in it, yet counts it', async () => {
    const secret = await register(bench, { title: '举报某人', confidential: true });
    await move(bench, secret, { dueAt: new Date(0), stage: 'handling', parties: ['housing'] });

    await until(async () => (await boardOf(bench)).lamps.red === 3);
    const board = await boardOf(bench);
    expect(JSON.stringify(board)).not.to.contain(secret).and.not.to.contain('举报某人');
    expect(board.late.total).to.equal(2);
  });

  it('never counts cases of another locality', async () => {
    const before = await boardOf(bench);
    const cases = bench.deps.models.connection.collection<{ _id: string }>('cases');
    const one = await cases.findOne({});
    await cases.insertOne({ ...one, _id: 'XX-20240101-0001', locality: 'elsewhere' } as never);
    const mine = await register(bench);

    await until(async () => (await boardOf(bench)).open > before.open);
    expect((await boardOf(bench)).open).to.equal(before.open + 1);
    await cases.deleteOne({ _id: 'XX-20240101-0001' });
    await move(bench, mine, { stage: 'closed', closedAt: bench.clock.now() });
    await until(async () => (await boardOf(bench)).open === before.open);
    expect((await boardOf(bench)).today.closed).to.equal(1);
  });

  it('is told anew when a case moves, and says which other things changed', async () => {
    const events = await readEvents(bench, 'linhe.center.supervisor', '/api/board/events');
    const first = (await events.next('board')) as Board;
    const moved = await register(bench);
    await events.next('board', (board: Board) => board.open === first.open + 1);
    await move(bench, moved, { stage: 'callback' });
    const next = (await events.next('board', (board: Board) => count(board, 'callback') === 1)) as Board;

    expect(next.live).to.equal('stream');
    const tellsOfCases = (data: unknown) => JSON.stringify(data).includes('cases');
    await until(() => events.told.some(({ event, data }) => event === 'changed' && tellsOfCases(data)));
    events.close();
  });

  it('ends with the session', async () => {
    const events = await readEvents(bench, 'linhe.center.supervisor2', '/api/board/events').catch(() =>
      readEvents(bench, 'linhe.center.supervisor', '/api/board/events'),
    );
    await events.next('board');
    await bench.deps.models.connection.collection('users').updateMany({}, { $set: { sessions: [] } });

    expect(await events.next('end')).to.deep.equal({ reason: 'session' });
    await until(() => events.ended);
    events.close();
  });
});

const count = ({ stages }: Board, stage: string) => stages.find((each) => each.stage === stage)?.count;

describe('a board whose stream of changes is cut', () => {
  it('says so, asks instead, and goes on where it broke off', async () => {
    const uri = await testDatabase();
    const line = await openLine(uri);
    const models = await openModels(uri);
    const overLine = await openModels(line.uri, { timeoutMs: 1_000 });
    const probe = await openApiBench();
    const { localities, log } = probe.deps;
    const liveBoard = openLiveBoard({ models: overLine, localities, log }, { batchMs: 50, pollMs: 300 });
    try {
      await liveBoard.ready();
      await until(() => liveBoard.mode === 'stream');
      line.cut();
      await until(() => liveBoard.mode === 'polling');
      const row = { locality: 'linhe', stage: 'handling', title: 't', parties: [], registeredAt: new Date() };
      await models.connection.collection<{ _id: string }>('cases').insertOne({ _id: 'while-cut', ...row });
      expect(liveBoard.rows.case('while-cut')).to.equal(undefined);
      line.mend();

      await until(() => liveBoard.mode === 'stream' && liveBoard.rows.case('while-cut') !== undefined);
    } finally {
      await liveBoard.close();
      line.close();
      await Promise.all([overLine.close(), models.close(), probe.close()]);
    }
  });
});

/** A way to the database that can be cut. */
async function openLine(uri: string) {
  const target = new URL(uri);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((inner) => {
    if (isCut) {
      inner.destroy();
      return;
    }
    const outer = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(uri);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const drop = () => sockets.forEach((socket) => socket.destroy());

  return {
    uri: through.href,
    cut: () => {
      isCut = true;
      drop();
    },
    mend: () => (isCut = false),
    close: () => {
      drop();
      server.close();
    },
  };
}
