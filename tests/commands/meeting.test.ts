import { expect } from 'chai';

import { conveneMeeting } from '../../commands/convene-meeting.js';
import type { Deps } from '../../commands/deps.js';
import { recordMeeting } from '../../commands/record-meeting.js';
import { workCalendar, type WorkCalendar } from '../../domain/calendar.js';
import { dispatched, handedIn, refusal, twice } from './acts.js';
import { job, testDeps } from './workbench.js';

const form = 'meeting-minutes';

describe('a meeting on a case', () => {
  let deps: Deps;

  before(async () => {
    deps = await testDeps();
  });

  after(() => deps.models.close());

  const convened = async () => {
    const { caseNumber } = await dispatched(deps);
    const called = { caseNumber, meetingKind: 'coordination', attendees: ['heating', 'north', 'north'] };
    const [first, again] = await twice(deps, caseNumber, 'convene-meeting', (same) =>
      conveneMeeting(deps)(called, ['wechat'], same),
    );
    expect(again).to.deep.equal(first);

    return { caseNumber, ...first };
  };

  it('calls each unit once and gives it a part in the case', async () => {
    const { caseNumber, meetingId } = await convened();

    expect((await deps.models.meetings.find(meetingId))?.attendees).to.deep.equal(['heating', 'north']);
    const told = (await deps.models.outbox.ofCase(caseNumber)).map(({ to }) => to);
    expect(told).to.have.members(['testtown/heating', 'testtown/north']);
    expect((await deps.models.cases.find(caseNumber))?.parties).to.include.members(['heating', 'north']);
  });

  it('is an incident with nobody called, an unknown unit or an unknown kind', async () => {
    const { caseNumber } = await dispatched(deps);
    const convene = (meetingKind: string, attendees: string[]) =>
      refusal(conveneMeeting(deps)({ caseNumber, meetingKind, attendees }, [], job('convene-meeting')));

    expect(await convene('regular', [])).to.equal('WRONG_INPUT');
    expect(await convene('party', ['north'])).to.equal('WRONG_INPUT');
    expect(await convene('regular', ['moon'])).to.equal('UNIT_UNKNOWN');
    expect(await deps.models.meetings.ofCase(caseNumber)).to.deep.equal([]);
  });

  it('makes of every decision a task with an owner and a date, and keeps the minutes once', async () => {
    const { caseNumber, meetingId } = await convened();
    await handedIn(deps, caseNumber, form, {
      attendedCount: 1,
      absentees: ['north'],
      opinions: '供热公司：管道产权属小区。',
      decisions: [{ unitId: 'heating', role: 'lead', limit: '3d', task: '更换主管道' }],
    });

    const [first, again] = await twice(deps, caseNumber, 'record-meeting', (same) =>
      recordMeeting(deps)({ caseNumber, meetingId, form }, same),
    );

    expect(again).to.deep.equal(first);
    expect(first).to.deep.include({ attended: 1, absentees: ['north'] });
    expect(first.decisions).to.deep.equal([
      {
        decisionId: `${meetingId}#1`,
        unitId: 'heating',
        role: 'lead',
        limit: '3d',
        dueAt: '2019-12-24T09:00:00+08:00',
        index: 0,
      },
    ]);
    const [minutes] = await deps.models.documents.ofCase(caseNumber).then((all) => all.filter(isMinutes));
    const kept = await deps.models.documents.find(minutes?._id ?? '');
    expect(kept?.html).to.contain('更换主管道').and.contain('城北街道').and.contain('协调会');
    expect((await deps.models.meetings.find(meetingId))?.opinions).to.deep.equal(['供热公司：管道产权属小区。']);
  });

  it('has no minutes when nobody came, and goes on without decisions', async () => {
    const { caseNumber, meetingId } = await convened();
    await handedIn(deps, caseNumber, form, { attendedCount: 0, absentees: ['heating', 'north'] });

    const result = await recordMeeting(deps)({ caseNumber, meetingId, form }, job('record-meeting'));

    expect(result).to.deep.equal({ decisions: [], attended: 0, absentees: ['heating', 'north'] });
    expect((await deps.models.documents.ofCase(caseNumber)).filter(isMinutes)).to.deep.equal([]);
  });

  it('keeps nothing when a decision is due in a year without a calendar, and all of it once it can be told', async () => {
    const { caseNumber, meetingId } = await convened();
    await handedIn(deps, caseNumber, form, {
      attendedCount: 2,
      decisions: [
        { unitId: 'heating', role: 'lead', limit: '3d', task: '更换主管道' },
        { unitId: 'north', role: 'support', limit: '5000wd', task: '恢复地面' },
      ],
    });
    const record = () => recordMeeting(deps)({ caseNumber, meetingId, form }, job('record-meeting'));
    const minutes = async () => (await deps.models.documents.ofCase(caseNumber)).filter(isMinutes);

    works('legal');
    expect(await refusal(record())).to.equal('CALENDAR_MISSING');
    expect(await minutes()).to.deep.equal([]);
    expect((await deps.models.meetings.find(meetingId))?.decisions ?? []).to.deep.equal([]);

    works('every-day');
    expect((await record()).decisions).to.have.length(2);
    expect(await minutes()).to.have.length(1);
  });

  /** From here on the town works so; the legal holidays are known for some years only. */
  function works(workdays: 'legal' | 'every-day'): void {
    const { calendars, timeZone } = deps.localities.get('testtown');
    const calendar = workCalendar({ workdays, hours: 'all' }, timeZone);
    (calendars as Map<string, WorkCalendar>).set('default', calendar);
  }

  it('is an incident when its form was not handed in, or there is no such meeting', async () => {
    const { caseNumber, meetingId } = await convened();
    const record = (id: string) =>
      refusal(recordMeeting(deps)({ caseNumber, meetingId: id, form }, job('record-meeting')));

    expect(await record(meetingId)).to.equal('WRONG_INPUT');
    await handedIn(deps, caseNumber, form, { attendedCount: 1 });
    expect(await record('no-meeting')).to.equal('WRONG_INPUT');
  });
});

const isMinutes = ({ kind }: { kind: string }) => kind === 'minutes';
