import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';

import { expect } from 'chai';
import type { Express } from 'express';
import request from 'supertest';

import { provisionAccounts } from '../../api/accounts/provision-accounts.js';
import { openLiveBoard } from '../../api/board/live-board.js';
import { createApp } from '../../api/app.js';
import type { ApiDeps } from '../../api/deps.js';
import { openLog } from '../../log.js';
import type { Cases } from '../../models/cases.js';
import { startSession } from '../api/workbench.js';
import { openTown, START_MS, type Town } from '../commands/town.js';
import { testEngine } from '../support/stack.js';
import { until } from '../support/until.js';

/** What nobody but the database may see; the last is what a handler writes of the caller. */
const NAME = '欧阳秘密';
const PHONE = '13912345678';
const TEXT = '独一无二的暗号：三单元老人卧床';
const REPLY = '已上门看望欧阳秘密并恢复供热';
const SECRETS = [NAME, PHONE, `+86${PHONE}`, TEXT, '独一无二', REPLY, '上门看望'];

describe('what is personal', () => {
  let town: Town;
  let api: ApiDeps;
  let app: Express;
  let caseNumber: string;
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });

  before(async function () {
    this.timeout(START_MS);
    town = await openTown({ log: openLog('trace', { process: 'test' }, sink) });
    const liveBoard = openLiveBoard(town.deps);
    api = { ...town.deps, liveBoard, sessionSecret: randomBytes(32).toString('hex'), trustProxy: 0, demo: true };
    app = createApp(api);
    const { models, localities } = town.deps;
    const passwords = { demoPassword: 'a-password-for-tests', adminPassword: undefined };
    await provisionAccounts({ users: models.users, localities, ...passwords });
    await town.work();
    caseNumber = await wholeCase();
  });

  after(() => town.close());

  it('reaches the database, where it belongs', async () => {
    const found = await town.deps.models.cases.find(caseNumber);

    expect(found).to.include({ stage: 'closed', text: TEXT });
    expect(JSON.stringify(found?.caller)).not.to.contain(NAME).and.not.to.contain(PHONE);
    const submissions = (await town.deps.models.tasks.ofCase(caseNumber)).map(({ submission }) => submission?.data);
    expect(JSON.stringify(submissions)).to.contain(REPLY);
  });

  it('stands in no line of the log, of the workers or of the API', () => {
    expect(lines.filter((line) => line.includes(caseNumber))).not.to.deep.equal([]);
    expect(lines.filter((line) => line.includes('"method":"POST"'))).not.to.deep.equal([]);
    expect(leaks(lines)).to.deep.equal([]);
  });

  it('stands in no line of the log when something fails over it', async () => {
    const broken = createApp({ ...api, models: { ...api.models, cases: failingCases(`duplicate: ${NAME} ${PHONE}`) } });
    const before = lines.length;
    const answer = await request(broken)
      .get(`/api/cases/${caseNumber}`)
      .set('Authorization', `Bearer ${await startSession(api, 'testtown.center.agent')}`);

    expect(answer.status).to.equal(500);
    const told = lines.slice(before);
    expect(told.filter((line) => line.includes('"msg":"fault"'))).to.have.length(1);
    expect(leaks([...told, answer.text])).to.deep.equal([]);
  });

  it('is in no variable of any instance of the engine', async () => {
    const variables = await engineVariables();

    expect(variables.map(({ name }) => name)).to.include.members(['caseNumber', 'category', 'solved']);
    expect(leaks(variables.map((variable) => JSON.stringify(variable)))).to.deep.equal([]);
  });

  it('is in no message to the engine, and in no message to units', async () => {
    const { models } = town.deps;
    const found = await models.cases.find(caseNumber);
    const waiting = await unsentOfAnother();

    expect(found?.unsent).to.deep.equal([]);
    expect(waiting).not.to.deep.equal([]);
    const outbox = await models.outbox.ofCase(caseNumber);
    expect(outbox).not.to.deep.equal([]);
    expect(leaks([...waiting, ...outbox].map((message) => JSON.stringify(message)))).to.deep.equal([]);
  });

  /** From the call to the closing, every act through the API. */
  async function wholeCase(): Promise<string> {
    const number = await register(app);
    const yes = { reached: 'yes', solved: 'yes', satisfied: 'yes', opinion: TEXT };
    await hand(number, '受理分类', 'center.agent', { kind: 'help', category: 'heat', note: `${NAME} ${PHONE}` });
    await hand(number, '签收', 'heating.clerk', { signAct: 'accept' });
    await hand(number, '承办', 'heating.clerk', { reply: REPLY });
    await hand(number, '复核', 'center.supervisor', { accepted: 'yes' });
    await hand(number, '回访', 'center.callback', yes);
    await until(async () => (await town.deps.models.cases.find(number))?.stage === 'closed');

    return number;
  }

  async function register(at: Express): Promise<string> {
    const report = { locality: 'testtown', channel: 'phone', title: '停暖', text: TEXT };
    const caller = { name: NAME, phone: PHONE };
    const answer = await post(at, '/api/cases', 'center.agent', { ...report, caller, place: { unitId: 'north' } });
    expect(answer.status, answer.text).to.equal(201);

    return (answer.body as { caseNumber: string }).caseNumber;
  }

  async function hand(number: string, name: string, who: string, data: object): Promise<void> {
    const { _id: key } = await town.task(number, name);
    // One that is refused first, so that refusals are in the log too.
    const refused = await post(app, `/api/tasks/${key}/complete`, who, { data: { ...data, extra: TEXT } });
    expect(refused.status, refused.text).to.equal(422);
    const answer = await post(app, `/api/tasks/${key}/complete`, who, { data });
    expect(answer.status, answer.text).to.be.within(200, 204);
  }

  async function post(at: Express, path: string, who: string, body: object) {
    const token = await startSession(api, `testtown.${who}`);

    return request(at).post(path).set('Authorization', `Bearer ${token}`).send(body);
  }

  /** Messages of a case that was registered while the engine took none. */
  async function unsentOfAnother(): Promise<unknown[]> {
    const publishMessage = () => Promise.reject(new Error(`no engine for ${NAME}`));
    const number = await register(createApp({ ...api, engine: { ...api.engine, publishMessage } }));

    return (await town.deps.models.cases.find(number))?.unsent ?? [];
  }
});

interface Variable {
  name: string;
  value: string;
}

/** All variables of all instances that the engine has ever told. */
async function engineVariables(): Promise<Variable[]> {
  const { restAddress } = await testEngine();
  const all: Variable[] = [];
  for (let from = 0; ; from = all.length) {
    const answer = await fetch(`${restAddress}/v2/variables/search?truncateValues=false`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ page: { from, limit: 500 } }),
    });
    const { items } = (await answer.json()) as { items: Variable[] };
    all.push(...items);
    if (items.length < 500) return all;
  }
}

/** The collection of cases, in which every act fails with this message. */
function failingCases(message: string): Cases {
  return new Proxy({} as Cases, { get: () => () => Promise.reject(new Error(message)) });
}

/** Texts that hold something personal. */
const leaks = (texts: readonly string[]): string[] =>
  texts.filter((text) => SECRETS.some((secret) => text.includes(secret)));
