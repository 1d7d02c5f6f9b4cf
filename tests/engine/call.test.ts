import { expect } from 'chai';

import { patientCall, type CallObservation } from '../../engine/call.js';

const status = (code: number) => Object.assign(new Error('from the gateway'), { code });
const problem = (http: number, title?: string) =>
  Object.assign(new Error('from the server'), { name: 'HttpSdkError', status: http, title, detail: 'why' });

describe('a call of the engine', () => {
  const open = new AbortController();
  const settings = { patienceMs: 800, timeoutMs: 200, closed: open.signal };
  const call = patientCall(settings);
  const failing = (error: Error, times = Number.POSITIVE_INFINITY) => {
    const tried = { times: 0 };
    const act = () => {
      tried.times += 1;

      return tried.times <= times ? Promise.reject(error) : Promise.resolve('done');
    };

    return { act, tried };
  };
  const outcome = (act: () => Promise<string>, options?: { repeatable?: boolean }) =>
    call('act', act, options).catch((error: unknown) => (error as { code: string }).code);

  for (const { what, error, code, again, againUnrepeatable } of [
    { what: 'is away', error: status(14), code: 'ENGINE_UNAVAILABLE', again: true, againUnrepeatable: false },
    { what: 'lost its broker', error: status(4), code: 'ENGINE_UNAVAILABLE', again: true, againUnrepeatable: false },
    { what: 'is too busy', error: status(8), code: 'ENGINE_UNAVAILABLE', again: true, againUnrepeatable: true },
    {
      what: 'is too busy over REST',
      error: problem(503, 'RESOURCE_EXHAUSTED'),
      code: 'ENGINE_UNAVAILABLE',
      again: true,
      againUnrepeatable: true,
    },
    {
      what: 'is away behind a proxy',
      error: problem(502),
      code: 'ENGINE_UNAVAILABLE',
      again: true,
      againUnrepeatable: false,
    },
    { what: 'knows no such thing', error: status(5), code: 'ENGINE_NOT_FOUND', again: false, againUnrepeatable: false },
    {
      what: 'knows no such thing over REST',
      error: problem(404),
      code: 'ENGINE_NOT_FOUND',
      again: false,
      againUnrepeatable: false,
    },
    {
      what: 'finds a wrong state',
      error: problem(409),
      code: 'ENGINE_REFUSED',
      again: false,
      againUnrepeatable: false,
    },
    {
      what: 'waits for a listener',
      error: problem(504),
      code: 'LISTENER_SLOW',
      again: false,
      againUnrepeatable: false,
    },
    {
      what: 'cannot read the request',
      error: status(3),
      code: 'ENGINE_REFUSED',
      again: false,
      againUnrepeatable: false,
    },
  ]) {
    it(`ends in ${code} when the engine ${what}, ${again ? 'after more tries' : 'at once'}`, async () => {
      const repeatable = failing(error);
      const unrepeatable = failing(error);

      expect(await outcome(repeatable.act)).to.equal(code);
      expect(await outcome(unrepeatable.act, { repeatable: false })).to.equal(code);

      expect(repeatable.tried.times > 1).to.equal(again);
      expect(unrepeatable.tried.times > 1).to.equal(againUnrepeatable);
    });
  }

  it('comes through when the trouble passes', async () => {
    const { act, tried } = failing(status(14), 2);
    const patient = patientCall({ ...settings, patienceMs: 30_000 });

    expect(await patient('act', act)).to.equal('done');
    expect(tried.times).to.equal(3);
  });

  it('that has no answer ends all the same', async () => {
    expect(await outcome(() => new Promise(() => undefined), { repeatable: false })).to.equal('ENGINE_UNAVAILABLE');
  });

  it('is refused when the connection is closed, and so is one that the client gave up for it', async () => {
    const closing = new AbortController();
    const onItsWay = patientCall({ ...settings, closed: closing.signal });
    const givenUp = onItsWay('act', () => Promise.resolve(null)).catch((error: unknown) => error);
    closing.abort();
    const { act, tried } = failing(status(14), 0);

    expect(await onItsWay('act', act).catch((error: unknown) => error)).to.have.property('code', 'ENGINE_UNAVAILABLE');
    expect(tried.times).to.equal(0);
    expect(await givenUp).to.have.property('code', 'ENGINE_UNAVAILABLE');
  });

  it('is told to who counts, each try', async () => {
    const seen: CallObservation[] = [];
    const observed = patientCall({ ...settings, patienceMs: 30_000, observe: (observation) => seen.push(observation) });

    await observed('act', failing(status(8), 1).act);

    expect(seen.map(({ operation, outcome: how }) => [operation, how])).to.deep.equal([
      ['act', 'busy'],
      ['act', 'ok'],
    ]);
  });
});
