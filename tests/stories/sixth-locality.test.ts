import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'chai';
import { pino } from 'pino';

import { play } from '../../stories/play.js';
import type { Story } from '../../stories/story.js';
import { openTheatre, type Theatre } from '../../stories/theatre.js';
import { foundCity, story } from './new-city.js';

const log = pino({ level: 'silent' });

describe('A sixth locality', function () {
  this.timeout(240_000);
  let theatre: Theatre;
  const root = mkdtempSync(join(tmpdir(), 'huiyin-sixth-'));

  before(async () => {
    foundCity(root);
    const start = new Date('2026-03-02T08:00:00+08:00');
    theatre = await openTheatre({ folder: root, localities: ['newtown'], start, log });
  });
  after(async () => {
    await theatre.close();
    rmSync(root, { recursive: true });
  });

  it('is a folder: its case runs with no line of TypeScript', async () => {
    const played = await play(story('N1', '2026-03-02'), theatre);
    expect(played.stopped).to.equal(undefined);
    expect(played.verdicts.filter((verdict) => !verdict.holds)).to.deep.equal([]);
    expect(played.cases.get('case')).to.match(/^XC-20260302-/);
  });

  it('changes a deadline in its table, and the next case has it while the one before keeps its own', async () => {
    const [first] = (await theatre.models.orders.ofCase('XC-20260302-0001')).map((order) => order.dueAt);
    edit('deadline.dmn', /&#34;3d&#34;/g, '&#34;1d&#34;');
    await theatre.publish('newtown');
    const played = await play(story('N2', '2026-03-03'), theatre);
    expect(played.stopped).to.equal(undefined);
    const [order] = await theatre.models.orders.ofCase(played.cases.get('case') ?? '');
    const hours = (order!.dueAt!.getTime() - order!.issuedAt.getTime()) / 3_600_000;
    expect(hours).to.equal(24);
    expect((await theatre.models.orders.ofCase('XC-20260302-0001'))[0]?.dueAt).to.deep.equal(first);
  });

  it('changes a rung of its ladder, and the next order nobody signs meets it while the one before climbs its own', async () => {
    const first = await begun('N3', '2026-03-04');
    edit('ladder.dmn', /&#34;phone&#34;/g, '&#34;letter&#34;');
    await theatre.publish('newtown');
    const next = await begun('N4', '2026-03-05');
    await theatre.passTimeUntil(new Date('2026-03-05T13:00:00+08:00'));

    const reminders = async (caseNumber: string) =>
      (await theatre.models.documents.ofCase(caseNumber)).filter(({ kind }) => kind === 'reminder').length;
    expect(await openTasks(first)).to.include('电话督办');
    expect(await openTasks(next)).not.to.include('电话督办');
    expect(await reminders(next)).to.be.greaterThan(0);
  });

  it('changes a route, and the next case goes there while one that is still at its intake keeps its own', async () => {
    const reported = (id: string, day: string): Story => {
      const { when, ...rest } = story(id, day);

      return { ...rest, when: when.slice(0, 1), then: { open: ['受理分类'] } };
    };
    const atIntake = (await play(reported('N5', '2026-03-06'), theatre)).cases.get('case')!;
    edit('routing.dmn', /(&#34;facilities&#34;[^]*?)&#34;housing&#34;/, '$1&#34;urban-management&#34;');
    await theatre.publish('newtown');
    const next = (await play(reported('N6', '2026-03-07'), theatre)).cases.get('case')!;

    expect(await routeOf(atIntake)).to.equal('housing');
    expect(await routeOf(next)).to.equal('urban-management');
  });

  /** A case that lies with its unit, unsigned. */
  async function begun(id: string, day: string): Promise<string> {
    const played = await play(story(id, day), theatre);
    expect(played.stopped).to.equal(undefined);

    return played.cases.get('case')!;
  }

  function edit(file: string, from: RegExp, to: string): void {
    const table = join(root, 'newtown', file);
    const before = readFileSync(table, 'utf8');
    writeFileSync(table, before.replace(from, to));
    expect(readFileSync(table, 'utf8')).not.to.equal(before);
  }

  const openTasks = async (caseNumber: string) =>
    (await theatre.models.tasks.openOfCase(caseNumber)).map(({ name }) => name);

  /** Classifies the case and answers the unit that its own version of the table proposes. */
  async function routeOf(caseNumber: string): Promise<unknown> {
    const agent = theatre.person('newtown.center.agent');
    const [intake] = await theatre.models.tasks.openOfCase(caseNumber);
    await agent.post(`/tasks/${intake!._id}/claim`);
    await agent.post(`/tasks/${intake!._id}/complete`, { data: story('', '').when[1]!.form });
    await theatre.settle();
    const [assign] = await theatre.models.tasks.openOfCase(caseNumber);
    return (await theatre.models.tasks.find(assign!._id))?.variables['unitId'];
  }
});
