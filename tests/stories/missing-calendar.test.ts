import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'chai';
import { pino } from 'pino';

import { announceCalendars } from '../../commands/announce-calendars.js';
import { workCalendar, type WorkCalendar } from '../../domain/calendar.js';
import { play } from '../../stories/play.js';
import type { Story } from '../../stories/story.js';
import { openTheatre, type Theatre } from '../../stories/theatre.js';
import { foundCity, story } from './new-city.js';

const log = pino({ level: 'silent' });

describe('What is due in a year without a calendar', function () {
  this.timeout(240_000);
  let theatre: Theatre;
  const root = mkdtempSync(join(tmpdir(), 'huiyin-years-'));

  before(async () => {
    foundCity(root);
    const start = new Date('2040-03-05T08:00:00+08:00');
    theatre = await openTheatre({ folder: root, localities: ['newtown'], start, log });
  });
  after(async () => {
    await theatre.close();
    rmSync(root, { recursive: true });
  });

  it('waits for the calendar of a year, and everything that waits goes on when that year is published', async () => {
    const announce = announceCalendars(theatre);
    const waiting = [await reachesYearWithout('N7', '2040-03-05'), await reachesYearWithout('N8', '2040-03-06')];
    const tasks = () => Promise.all(waiting.map((caseNumber) => theatre.models.tasks.openOfCase(caseNumber)));
    const before = await tasks();
    expect(before.map(([task, ...others]) => [task?.name, others])).to.deep.equal(
      waiting.map(() => ['补录工作日历', []]),
    );

    publishCalendar(2041);
    await announce();
    await theatre.settle();
    expect(await tasks(), 'another year wakes nobody').to.deep.equal(before);

    publishCalendar(2040);
    await announce();
    await theatre.settle();
    for (const caseNumber of waiting) expect(await openTasks(caseNumber)).to.deep.equal(['签收']);
  });

  it('lets an order go on likewise, that waits for the calendar of its unit alone', async () => {
    publishCalendar(2040);
    publishCalendarOf('roundTheClock', 2041);
    const waiting = await reachesYearWithout('N9', '2040-03-07', 'heating-company');
    expect(await theatre.models.cases.find(waiting)).to.have.property('dueAt');

    await announceCalendars(theatre)();
    await theatre.settle();
    expect(await openTasks(waiting), 'not every calendar knows the year').to.deep.equal(['补录工作日历']);

    publishCalendarOf('roundTheClock', 2040);
    await announceCalendars(theatre)();
    await theatre.settle();
    expect(await openTasks(waiting)).to.deep.equal(['签收']);
  });

  it('grants an extension into a year without a calendar as soon as that year is published', async () => {
    publishCalendar(2040);
    const signed = { after: '5m', task: '签收', by: 'housing.clerk', form: { signAct: 'accept' } };
    const asked = { act: 'extend', extensionLimit: '1wd', extendReason: '年后才有材料' };
    const { when, ...rest } = consultation('N10', '2040-12-27', 'housing');
    const acts = [
      ...when,
      signed,
      { after: '5m', task: '承办', by: 'housing.clerk', form: asked },
      { after: '5m', task: '延期审批', by: 'center.supervisor', form: { extensionApproved: 'yes' } },
    ];
    const played = await play({ ...rest, when: acts, then: { open: ['补录工作日历'] } }, theatre);
    expect(played.stopped).to.equal(undefined);
    const caseNumber = played.cases.get('case')!;

    publishCalendar(2040, 2041);
    publishCalendarOf('roundTheClock', 2040, 2041);
    await announceCalendars(theatre)();
    await theatre.settle();
    expect(await openTasks(caseNumber)).to.deep.equal(['承办']);
    const [order] = await theatre.models.orders.ofCase(caseNumber);
    expect(order?.dueAt?.getFullYear()).to.equal(2041);
  });

  it('keeps what a meeting decided for a year without a calendar as soon as that year is published', async () => {
    publishCalendar(2040);
    publishCalendarOf('roundTheClock', 2040);
    const { when, ...rest } = story('N11', '2040-12-28');
    const minutes = {
      attendedCount: 2,
      opinions: '两家都在场。',
      minutes: '年后五个工作日内完成。',
      decisions: [
        { unitId: 'housing', role: 'lead', limit: '5wd', task: '重做防水' },
        { unitId: 'urban-management', role: 'support', limit: '5wd', task: '清运旧料' },
      ],
      jointNext: 'orders',
    };
    const together = { mode: 'joint', unitId: 'housing', supportUnits: ['urban-management'] };
    const acts = [
      ...when.slice(0, 2),
      { ...when[2]!, form: together },
      { after: '1h', task: '会商记录', by: 'center.supervisor', form: minutes },
    ];
    const played = await play({ ...rest, when: acts, then: { open: ['补录工作日历'] } }, theatre);
    expect(played.stopped).to.equal(undefined);
    expect(played.verdicts.filter(({ holds }) => !holds)).to.deep.equal([]);
    const caseNumber = played.cases.get('case')!;
    expect(await minutesOf(caseNumber), 'nothing half kept').to.equal(0);

    publishCalendar(2040, 2041);
    publishCalendarOf('roundTheClock', 2040, 2041);
    await announceCalendars(theatre)();
    await theatre.settle();
    expect(await openTasks(caseNumber)).to.deep.equal(['签收', '签收']);
    expect(await minutesOf(caseNumber)).to.equal(1);
  });

  const minutesOf = async (caseNumber: string) =>
    (await theatre.models.documents.ofCase(caseNumber)).filter(({ kind }) => kind === 'minutes').length;

  /** A consultation, whose limit counts working days. */
  function consultation(id: string, day: string, unitId: string): Story {
    const { when, ...rest } = story(id, day);
    const classified = { ...when[1]!, form: { ...when[1]!.form, kind: 'consultation', category: 'other' } };

    return { ...rest, when: [when[0]!, classified, { ...when[2]!, form: { mode: 'direct', unitId } }] };
  }

  async function reachesYearWithout(id: string, day: string, unitId = 'housing'): Promise<string> {
    const played = await play({ ...consultation(id, day, unitId), then: { open: ['补录工作日历'] } }, theatre);
    expect(played.verdicts.filter(({ holds }) => !holds)).to.deep.equal([]);

    return played.cases.get('case')!;
  }

  /** What the data says after it was read anew, at the next start. */
  function publishCalendar(...years: readonly number[]): void {
    publishCalendarOf('default', ...years);
  }

  function publishCalendarOf(name: string, ...years: readonly number[]): void {
    const { calendars, timeZone } = theatre.localities.get('newtown');
    const known = { workdays: 'legal', hours: [['08:30', '17:00']], overrides: { years } } as const;
    (calendars as Map<string, WorkCalendar>).set(name, workCalendar(known, timeZone));
  }

  const openTasks = async (caseNumber: string) =>
    (await theatre.models.tasks.openOfCase(caseNumber)).map(({ name }) => name);
});
