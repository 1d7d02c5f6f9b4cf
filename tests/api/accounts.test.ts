import { expect } from 'chai';
import request from 'supertest';
import { provisionAccounts } from '../../api/accounts/provision-accounts.js';
import type { Problem } from '../../api/contract/problem.js';
import type { CreatedUser, User } from '../../api/contract/session.js';
import { openApiBench, type ApiBench } from './workbench.js';

describe('accounts', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  after(() => bench.close());

  const signIn = (userId: string, password: string) =>
    request(bench.app).post('/api/session').send({ userId, password });
  const create = async (body: object, post = 'admin') => (await bench.as(post)).post('/api/users', body);
  const clerk = (changes: object = {}) => ({
    ...{ userId: 'linhe.water.clerk9', name: '新承办人', locality: 'linhe', unitId: 'water', roles: ['clerk'] },
    ...changes,
  });

  it('are made by an administrator, with a password that is shown once', async () => {
    const answer = await create(clerk());

    expect(answer.status).to.equal(201);
    const { user, password } = answer.body as CreatedUser;
    expect(user).to.include({ userId: 'linhe.water.clerk9', disabled: false });
    expect((await signIn(user.userId, password)).status).to.equal(200);
  });

  it('are not made twice', async () => {
    await create(clerk({ userId: 'linhe.twice' }));
    const answer = await create(clerk({ userId: 'linhe.twice' }));

    expect(answer.status).to.equal(409);
    expect((answer.body as Problem).errors[0]?.field).to.equal('/userId');
  });

  it('are made by nobody else', async () => {
    for (const post of ['center.supervisor', 'center.policy', 'citizen']) {
      expect((await create(clerk({ userId: 'linhe.x' }), post)).status, post).to.equal(403);
    }
    expect(await bench.deps.models.users.find('linhe.x')).to.equal(null);
  });

  it('are refused with an unknown role, unit or locality, or with no unit for a handler, and told where', async () => {
    const wrong: [object, string][] = [
      [{ roles: ['mayor'] }, '/roles/0'],
      [{ roles: [] }, '/roles'],
      [{ unitId: 'navy' }, '/unitId'],
      [{ locality: 'atlantis' }, '/locality'],
      [{ locality: 'atlantis', unitId: undefined, roles: ['citizen'] }, '/locality'],
      [{ locality: undefined }, '/locality'],
      [{ locality: undefined, roles: ['admin'] }, '/locality'],
      [{ unitId: undefined }, '/unitId'],
    ];
    for (const [changes, field] of wrong) {
      const answer = await create(clerk({ userId: 'linhe.y', ...changes }));
      expect(answer.status, JSON.stringify(changes)).to.equal(422);
      expect((answer.body as Problem).errors.map((error) => error.field)).to.deep.equal([field]);
    }
    expect(await bench.deps.models.users.find('linhe.y')).to.equal(null);
  });

  it('are found by a part of the name or of the user id, taken as it is', async () => {
    const admin = await bench.as('admin');
    const found = async (text: string) =>
      ((await admin.get(encodeURI(`/api/users?limit=100&text=${text}`)).expect(200)).body as { items: User[] }).items;
    const byId = await found('WATER.clerk');
    expect(byId.length).to.be.greaterThan(0);
    for (const { userId } of byId) expect(userId).to.contain('water.clerk');
    expect((await found(byId[0]!.name)).map(({ userId }) => userId)).to.include(byId[0]!.userId);
    expect(await found('water.*clerk')).to.deep.equal([]);
  });

  it('are listed without anything of their passwords', async () => {
    const answer = await (await bench.as('admin')).get('/api/users?limit=5&locality=linhe').expect(200);

    const { items, total } = answer.body as { items: User[]; total: number };
    expect(items).to.have.length(5);
    expect(total).to.be.greaterThan(10);
    expect(answer.text).not.to.contain('scrypt').and.not.to.contain('passwordHash');
  });

  it('cannot be shut out by their own administrator', async () => {
    expect((await (await bench.as('admin')).patch('/api/users/admin', { disabled: true })).status).to.equal(409);
  });
});

describe('the accounts of an installation', () => {
  let bench: ApiBench;
  beforeEach(async () => {
    bench = await openApiBench();
    await bench.deps.models.connection.collection('users').deleteMany({});
  });
  afterEach(() => bench.close());

  const provision = (demoPassword: string | undefined, adminPassword: string | undefined) =>
    provisionAccounts({
      users: bench.deps.models.users,
      localities: bench.deps.localities,
      demoPassword,
      adminPassword,
    });
  const count = () => bench.deps.models.connection.collection('users').countDocuments();
  const signIn = async (userId: string, password: string) =>
    (await request(bench.app).post('/api/session').send({ userId, password })).status;

  it('are none without a demo and without a password for the administrator', async () => {
    await provision(undefined, undefined);

    expect(await count()).to.equal(0);
  });

  it('are one for each post and a citizen, for a trial', async () => {
    const made = await provision('trial-of-this-house', 'admin-of-this-house');

    expect(made).to.equal(15);
    expect(await count()).to.equal(16);
    expect(await signIn('linhe.housing.clerk2', 'trial-of-this-house')).to.equal(200);
    expect(await signIn('linhe.citizen', 'trial-of-this-house')).to.equal(200);
    expect(await signIn('admin', 'admin-of-this-house')).to.equal(200);
    expect(await signIn('admin', 'trial-of-this-house')).to.equal(401);
  });

  it('keep the passwords that people chose, and who is shut out, at the next start', async () => {
    await provision('trial-of-this-house', 'admin-of-this-house');
    const { passwordHash } = (await bench.deps.models.users.find('admin'))!;
    await bench.deps.models.users.setPassword('linhe.housing.clerk', passwordHash!);
    await bench.deps.models.users.disable('linhe.water.clerk', true);
    await provision('trial-of-this-house', 'another-for-the-admin');

    expect(await signIn('linhe.housing.clerk', 'admin-of-this-house')).to.equal(200);
    expect(await signIn('linhe.water.clerk', 'trial-of-this-house')).to.equal(401);
    expect(await signIn('admin', 'admin-of-this-house')).to.equal(200);
  });
});
