import { expect } from 'chai';
import fc from 'fast-check';
import { CalendarMissingError, workCalendar, type WorkCalendar } from '../../domain/calendar.js';
import { dueAt, openMillis, warnAt } from '../../domain/deadline.js';
import { LimitMalformedError } from '../../domain/limit.js';
import { dayOf, localTime } from '../../domain/local-time.js';

const ZONE = 'Asia/Shanghai';
const office = workCalendar(
  {
    workdays: 'legal',
    hours: [
      ['08:30', '12:00'],
      ['13:30', '17:30'],
    ],
  },
  ZONE,
);
const allHours = workCalendar({ workdays: 'every-day', hours: 'all' }, ZONE);

const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`);
const due = (limit: string, from: string, calendar: WorkCalendar = office) =>
  localTime(dueAt(limit, at(from), calendar), ZONE).slice(0, 16);
const warned = (warning: string, limit: string, from: string, calendar = office) =>
  localTime(warnAt(warning, limit, at(from), calendar), ZONE).slice(0, 16);

describe('A deadline', () => {
  describe('round the clock', () => {
    it('counts minutes, hours and days through nights and holidays', () => {
      expect(due('20m', '2026-02-17 23:50')).to.equal('2026-02-18 00:10');
      expect(due('3h', '2026-02-17 22:30')).to.equal('2026-02-18 01:30');
      expect(due('7d', '2026-02-13 16:00')).to.equal('2026-02-20 16:00');
      expect(due('24h', '2026-02-13 16:00')).to.equal(due('1d', '2026-02-13 16:00'));
    });
  });

  describe('in working hours', () => {
    it('runs within one morning', () => {
      expect(due('2wh', '2026-03-04 09:00')).to.equal('2026-03-04 11:00');
    });

    it('pauses over lunch and over night', () => {
      expect(due('2wh', '2026-03-04 11:00')).to.equal('2026-03-04 14:30');
      expect(due('8wh', '2026-03-04 11:00')).to.equal('2026-03-05 11:30');
    });

    it('ends at closing time, not at the next opening, when the sum ends there', () => {
      expect(due('1wh', '2026-03-04 11:00')).to.equal('2026-03-04 12:00');
      expect(due('4wh', '2026-03-04 13:30')).to.equal('2026-03-04 17:30');
    });

    it('starts with the next opening when it begins at lunch, after hours or on a holiday', () => {
      expect(due('1wh', '2026-03-04 12:30')).to.equal('2026-03-04 14:30');
      expect(due('1wh', '2026-03-04 17:30')).to.equal('2026-03-05 09:30');
      expect(due('1wh', '2026-10-02 10:00')).to.equal('2026-10-08 09:30');
    });
  });

  describe('in working days', () => {
    it('ends at the close of the n-th working day after the day it starts', () => {
      expect(due('1wd', '2026-03-04 09:00')).to.equal('2026-03-05 17:30');
      expect(due('4wd', '2026-03-04 17:29')).to.equal('2026-03-10 17:30');
    });

    it('takes a start after hours for the next opening', () => {
      expect(due('1wd', '2026-03-04 17:30')).to.equal('2026-03-06 17:30');
      expect(due('1wd', '2026-03-07 10:00')).to.equal('2026-03-10 17:30');
    });

    it('skips the Spring Festival of 2026 and works on the weekends moved for it (调休)', () => {
      expect(due('1wd', '2026-02-13 09:00')).to.equal('2026-02-14 17:30');
      expect(due('2wd', '2026-02-13 09:00')).to.equal('2026-02-24 17:30');
      expect(due('5wd', '2026-02-24 09:00')).to.equal('2026-03-02 17:30');
    });

    it('skips the holidays of 2025: Spring Festival, Labour Day, National Day with Mid-Autumn', () => {
      expect(due('1wd', '2025-01-26 10:00')).to.equal('2025-01-27 17:30');
      expect(due('2wd', '2025-01-26 10:00')).to.equal('2025-02-05 17:30');
      expect(due('1wd', '2025-04-30 10:00')).to.equal('2025-05-06 17:30');
      expect(due('1wd', '2025-09-30 10:00')).to.equal('2025-10-09 17:30');
    });

    it('starts on the next working day when the case comes in on a holiday', () => {
      expect(due('1wd', '2026-05-02 09:00')).to.equal('2026-05-07 17:30');
    });

    it('ends at midnight by a calendar that never closes', () => {
      expect(due('1wd', '2026-02-17 09:00', allHours)).to.equal('2026-02-19 00:00');
    });

    it('is refused where it reaches into a year without a calendar, naming the year', () => {
      expect(() => due('10wd', '2026-12-25 09:00'))
        .to.throw(CalendarMissingError, '2027')
        .with.property('code', 'CALENDAR_MISSING');
    });
  });

  it('names what was found when a limit is none', () => {
    for (const found of ['', '0h', '3', 'h', '3.5h', '-1d', '3 d', '4wx', '75%'])
      expect(() => due(found, '2026-03-04 09:00'), found).to.throw(LimitMalformedError, JSON.stringify(found));
  });

  it('is the same whatever the zone of the process', () => {
    const before = process.env.TZ;
    const results = ['America/New_York', 'Pacific/Kiritimati', 'UTC'].map((zone) => {
      process.env.TZ = zone;

      return [due('3wd', '2025-09-30 20:00'), due('9wh', '2026-02-13 16:00')].join();
    });
    process.env.TZ = before;
    if (before === undefined) delete process.env.TZ;

    expect(new Set(results).size).to.equal(1);
  });
});

describe('A warning', () => {
  it('comes after a share of the clock for a limit round the clock', () => {
    expect(warned('75%', '4h', '2026-02-17 22:00')).to.equal('2026-02-18 01:00');
  });

  it('comes after a share of the open hours for a limit in working time', () => {
    expect(warned('50%', '4wh', '2026-03-04 11:00')).to.equal('2026-03-04 14:30');
    expect(warned('100%', '4wd', '2026-03-04 11:00')).to.equal(due('4wd', '2026-03-04 11:00'));
  });

  it('comes after a limit of its own, never later than due', () => {
    expect(warned('2d', '3d', '2026-03-04 11:00')).to.equal('2026-03-06 11:00');
    expect(warned('5d', '3d', '2026-03-04 11:00')).to.equal('2026-03-07 11:00');
  });

  it('is refused when the share is none', () => {
    for (const found of ['0%', '101%', '%', '7.5%'])
      expect(() => warned(found, '3d', '2026-03-04 11:00'), found).to.throw(LimitMalformedError, found);
  });
});

describe('Any deadline', () => {
  const start = fc.date({ min: at('2024-01-01 00:00'), max: at('2026-09-30 00:00'), noInvalidDate: true });
  const count = fc.integer({ min: 1, max: 30 });
  const unit = fc.constantFrom('m', 'h', 'd', 'wh', 'wd');

  it('does not come earlier for a later start', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 10 * 86_400_000 }), count, unit, (from, later, n, u) => {
        const limit = `${n}${u}`;
        expect(dueAt(limit, new Date(from.getTime() + later), office).getTime()).to.be.at.least(
          dueAt(limit, from, office).getTime(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('comes later for more of the same', () => {
    fc.assert(
      fc.property(start, count, unit, (from, n, u) => {
        expect(dueAt(`${n + 1}${u}`, from, office).getTime()).to.be.greaterThan(
          dueAt(`${n}${u}`, from, office).getTime(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('in working time lies on a working day, and a working day ends at its close', () => {
    fc.assert(
      fc.property(start, count, fc.constantFrom('wh', 'wd'), (from, n, u) => {
        const end = dueAt(`${n}${u}`, from, office);
        expect(office.isWorkday(dayOf(end, ZONE))).to.equal(true);
        if (u === 'wd') expect(localTime(end, ZONE)).to.match(/17:30:00$/);
        else expect(openMillis(from, end, office)).to.equal(n * 3_600_000);
      }),
      { numRuns: 300 },
    );
  });

  it('is warned of between its start and its end', () => {
    fc.assert(
      fc.property(start, count, unit, fc.integer({ min: 1, max: 100 }), (from, n, u, percent) => {
        const warning = warnAt(`${percent}%`, `${n}${u}`, from, office).getTime();
        expect(warning).to.be.at.least(from.getTime());
        expect(warning).to.be.at.most(dueAt(`${n}${u}`, from, office).getTime());
      }),
      { numRuns: 300 },
    );
  });
});
