import { expect } from 'chai';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import type { Readiness } from '../../api/contract/health.js';
import type { MapData } from '../../api/contract/intake.js';
import type { Article, Choices, Unit } from '../../api/contract/locality.js';
import { throwAwayFolder } from '../support/throw-away.js';
import { openApiBench, strangersReport, type ApiBench } from './workbench.js';

describe('the pages', () => {
  it('start with what this is, while none are built', async () => {
    const bench = await openApiBench();
    const answer = await request(bench.app).get('/').expect(200);

    expect(answer.text).to.contain('回音').and.to.contain('/api/docs').and.to.contain('市民');
    expect(answer.headers).not.to.have.property('x-powered-by');
    expect((await request(bench.app).get('/inbox')).status).to.equal(404);
    await bench.close();
  });

  it('are the built ones where there are any, at every address of theirs, but never below /api', async () => {
    const folder = await throwAwayFolder('web');
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>页面</title>');
    await writeFile(join(folder, 'assets', 'app-1.js'), 'console.log(1)');
    const bench = await openApiBench({ webFolder: folder });

    for (const path of ['/', '/inbox', '/cases/LH-20200101-0001', '/apiary']) {
      expect((await request(bench.app).get(path).expect(200)).text, path).to.contain('页面');
    }
    const asset = await request(bench.app).get('/assets/app-1.js').expect(200);
    expect(asset.headers['cache-control']).to.contain('immutable');
    expect((await request(bench.app).get('/assets/gone.js')).status).to.equal(404);
    expect((await request(bench.app).get('/api/inbox')).status).to.equal(404);
    expect((await request(bench.app).get('/..%2f..%2fpackage.json')).text).not.to.contain('dependencies');
    await bench.close();
  });

  it('show pictures of no other host but the tile server that the operator named', async () => {
    const address = 'https://{s}.tiles.example.cn/{z}/{x}/{y}.png';
    for (const [mapTiles, allowed] of [
      [undefined, "img-src 'self' data: blob:;"],
      [{ address, attribution: '某局' }, "img-src 'self' data: blob: https://*.tiles.example.cn;"],
    ] as const) {
      const bench = await openApiBench({ mapTiles });
      const answer = await request(bench.app).get('/api/localities/linhe/map').expect(200);
      expect(answer.headers['content-security-policy']).to.contain(allowed);
      expect((answer.body as MapData).tiles).to.deep.equal(mapTiles ?? null);
      await bench.close();
    }
  });
});

describe('those who watch the process', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  after(() => bench.close());

  it('see that it lives, at both addresses', async () => {
    for (const path of ['/health', '/api/health']) {
      expect((await request(bench.app).get(path).expect(200)).body).to.deep.equal({ status: 'up' });
    }
  });

  it('see which part is away, since when', async () => {
    const answer = await request(bench.app).get('/ready').expect(503);

    const { ready, parts } = answer.body as Readiness;
    expect(ready).to.equal(false);
    expect(parts.database.up).to.equal(true);
    expect(parts.database.ageMillis).to.be.lessThan(1000);
    expect(parts.engine).to.deep.equal({ up: false, ageMillis: null });
  });

  it('count requests by route, and cases by locality and channel', async () => {
    await request(bench.app).post('/api/public/cases').send(strangersReport()).expect(201);
    await request(bench.app).get('/api/localities/linhe/units').expect(200);
    const answer = await request(bench.app).get('/metrics').expect(200);

    expect(answer.headers['content-type']).to.contain('text/plain');
    expect(answer.text).to.contain('huiyin_cases_registered_total{locality="linhe",channel="web"} 1');
    expect(answer.text).to.match(
      /huiyin_http_request_seconds_count\{method="GET",route="\/localities\/:localityId\/units",status="200"\} 1/,
    );
  });
});

describe('a locality', () => {
  let bench: ApiBench;
  before(async () => (bench = await openApiBench()));
  after(() => bench.close());

  it('shows its network and what was abolished', async () => {
    const units = (await request(bench.app).get('/api/localities/linhe/units').expect(200)).body as Unit[];

    expect(units).to.deep.include({
      unitId: 'property',
      name: '物业管理站',
      level: 'enterprise',
      parent: 'housing',
      abolished: false,
    });
    expect(units.find(({ unitId }) => unitId === 'old-office')?.abolished).to.equal(true);
  });

  it('shows its kinds, categories, channels and lines', async () => {
    const choices = (await request(bench.app).get('/api/localities/linhe/choices').expect(200)).body as Choices;

    expect(choices.kinds).to.deep.include({ value: 'help', label: '求助' });
    expect(choices.categories).to.deep.include({
      value: 'manhole',
      label: '井盖',
      parent: 'roads',
      questions: ['在哪条路？'],
      evidence: ['photo'],
    });
  });

  it('finds knowledge by pairs of characters and leaves out what has expired', async () => {
    const search = async (text: string) =>
      (await (await bench.as('center.agent')).get('/api/localities/linhe/articles').query({ text }).expect(200))
        .body as Article[];

    expect((await search('我想开办一家企业')).map(({ articleId }) => articleId)).to.deep.equal(['open-company']);
    expect(await search('养老金')).to.deep.equal([]);
  });

  it('is not told to people of other localities what its staff knows', async () => {
    const answer = await (await bench.as('citizen')).get('/api/localities/linhe/articles');

    expect(answer.status).to.equal(403);
  });

  it('is refused when there is none of that name', async () => {
    expect((await request(bench.app).get('/api/localities/atlantis/units')).status).to.equal(404);
  });
});
