import { expect } from 'chai';
import { CalendarMissingError, workCalendar } from '../../domain/calendar.js';
import { isoWithOffset, instantAt, dayOf } from '../../domain/local-time.js';

const ZONE = 'Asia/Shanghai';
const legal = workCalendar({ workdays: 'legal', hours: [['08:30', '17:00']] }, ZONE);

describe('A legal calendar', () => {
  it('has the holidays and the moved working days of 2025', () => {
    const days = ['2025-01-01', '2025-01-26', '2025-02-08', '2025-04-27', '2025-05-02', '2025-10-08', '2025-10-11'];
    expect(days.map((day) => legal.isWorkday(day))).to.deep.equal([false, true, true, true, false, false, true]);
  });

  it('has the holidays and the moved working days of 2026', () => {
    const days = ['2026-01-02', '2026-01-04', '2026-02-14', '2026-02-23', '2026-02-28', '2026-10-07', '2026-10-10'];
    expect(days.map((day) => legal.isWorkday(day))).to.deep.equal([false, true, true, false, true, false, true]);
  });

  it('has plain weekends and weekdays', () => {
    expect(['2026-03-06', '2026-03-07', '2026-03-08'].map((day) => legal.isWorkday(day))).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('refuses a year it does not know, telling which one and which it knows', () => {
    expect(() => legal.isWorkday('2027-01-04'))
      .to.throw(CalendarMissingError, /2027 .*2004—2026/)
      .with.deep.property('variables', { missingYear: 2027 });
    expect([2026, 2027].map((year) => legal.knowsYear(year))).to.deep.equal([true, false]);
  });

  it('takes a year, holidays and working days from data', () => {
    const overridden = workCalendar(
      {
        workdays: 'legal',
        hours: 'all',
        overrides: { years: [2027], holidays: ['2027-01-01', '2026-03-04'], workdays: ['2027-01-02'] },
      },
      ZONE,
    );

    expect(overridden.isWorkday('2027-01-01')).to.equal(false);
    expect(overridden.isWorkday('2027-01-02')).to.equal(true);
    expect(overridden.isWorkday('2027-01-03')).to.equal(false);
    expect(overridden.isWorkday('2027-01-04')).to.equal(true);
    expect(overridden.isWorkday('2026-03-04')).to.equal(false);
    expect(() => overridden.isWorkday('2028-01-03')).to.throw(CalendarMissingError);
    expect([2026, 2027, 2028].map((year) => overridden.knowsYear(year))).to.deep.equal([true, true, false]);
  });

  it('is closed on a holiday and open by its hours else', () => {
    expect(legal.openings('2026-10-01')).to.deep.equal([]);
    expect(legal.openings('2026-03-04')).to.deep.equal([
      { from: new Date('2026-03-04T00:30:00Z'), to: new Date('2026-03-04T09:00:00Z') },
    ]);
  });
});

describe('A calendar round the clock', () => {
  const always = workCalendar({ workdays: 'every-day', hours: 'all' }, ZONE);

  it('is open on holidays and in years without a legal calendar', () => {
    expect(['2026-02-17', '2031-01-01'].map((day) => always.isWorkday(day))).to.deep.equal([true, true]);
    expect(always.openings('2031-01-01')).to.deep.equal([
      { from: new Date('2030-12-31T16:00:00Z'), to: new Date('2031-01-01T16:00:00Z') },
    ]);
  });
});

describe('Local time', () => {
  it('is told with its offset', () => {
    expect(isoWithOffset(new Date('2019-12-21T01:00:00.500Z'), ZONE)).to.equal('2019-12-21T09:00:00+08:00');
    expect(isoWithOffset(new Date('2026-01-01T00:00:00Z'), 'America/St_Johns')).to.equal('2025-12-31T20:30:00-03:30');
  });

  it('changes day at the midnight of its zone, not of the process', () => {
    expect(dayOf(new Date('2026-02-16T16:00:00Z'), ZONE)).to.equal('2026-02-17');
    expect(dayOf(new Date('2026-02-16T15:59:59Z'), ZONE)).to.equal('2026-02-16');
  });

  it('finds the instant also on the day a zone changes its clock', () => {
    expect(instantAt('2026-03-29', 9 * 60, 'Europe/Berlin').toISOString()).to.equal('2026-03-29T07:00:00.000Z');
    expect(instantAt('2026-03-29', 0, 'Europe/Berlin').toISOString()).to.equal('2026-03-28T23:00:00.000Z');
  });
});
