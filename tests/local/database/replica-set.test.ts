import { expect } from 'chai';
import { type Admin, makeOneNode } from '../../../local/database/replica-set.js';

/** Answers as mongod documents it; what was ordered is kept. The real path needs a mongod, which not every machine has. */
const server = (answers: Record<string, object | Error>) => {
  const ordered: Record<string, unknown>[] = [];
  const command = (document: Record<string, unknown>): Promise<object> => {
    const answer = answers[Object.keys(document)[0] ?? ''];
    if (!answer) ordered.push(document);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? { ok: 1 });
  };
  return { admin: { command } satisfies Admin, ordered };
};

const secondary = { isWritablePrimary: false };

describe('the one-node replica set', () => {
  it('is initiated once, on a mongod that knows of none', async () => {
    const none = Object.assign(new Error('no replset config has been received'), { code: 94 });
    const { admin, ordered } = server({ hello: secondary, replSetGetConfig: none });

    expect(await makeOneNode(admin, 27117)).to.equal(false);
    expect(ordered).to.deep.equal([
      { replSetInitiate: { _id: 'huiyin', members: [{ _id: 0, host: '127.0.0.1:27117' }] } },
    ]);
  });

  it('is left alone while it elects itself, and when it takes writes', async () => {
    const config = { config: { version: 1, members: [{ _id: 0, host: '127.0.0.1:27117' }] } };
    const electing = server({ hello: { ...secondary, setName: 'huiyin' }, replSetGetConfig: config });
    const primary = server({ hello: { isWritablePrimary: true, setName: 'huiyin' } });

    expect(await makeOneNode(electing.admin, 27117)).to.equal(false);
    expect(await makeOneNode(primary.admin, 27117)).to.equal(true);
    expect([...electing.ordered, ...primary.ordered]).to.deep.equal([]);
  });

  it('is told its new port when its data was used on another one before', async () => {
    const config = { _id: 'huiyin', version: 3, members: [{ _id: 0, host: '127.0.0.1:5000', votes: 1 }] };
    const { admin, ordered } = server({ hello: secondary, replSetGetConfig: { config } });

    await makeOneNode(admin, 27117);

    expect(ordered).to.deep.equal([
      {
        replSetReconfig: { ...config, version: 4, members: [{ _id: 0, host: '127.0.0.1:27117', votes: 1 }] },
        force: true,
      },
    ]);
  });

  it('passes any other fault on', async () => {
    const denied = Object.assign(new Error('not authorized'), { code: 13 });
    const { admin } = server({ hello: secondary, replSetGetConfig: denied });

    expect(await makeOneNode(admin, 27117).catch((error: unknown) => error)).to.equal(denied);
  });
});
