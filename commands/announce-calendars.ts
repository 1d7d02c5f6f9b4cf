import { dayOf } from '../domain/local-time.js';
import type { Locality } from '../procedures/locality.js';
import type { Deps } from './deps.js';

/** A deadline reaches no further than the year after next. */
const YEARS_AHEAD = 2;

/** The signal (`<locality>-calendar-<year>`) for which orders wait whose deadline falls in a year without a calendar. */
const calendarSignal = ({ id }: Locality, year: number): string => `${id}-calendar-${year}`;

/**
 * Tells the diagrams which years the working calendars of each locality cover (补录工作日历): what waits for such a year computes
 * its deadline again, by itself. Nothing waits for a year that was known all along, so it may be told at every start and again.
 * Thrown EngineUnavailableError.
 */
export const announceCalendars =
  ({ engine, localities, clock }: Pick<Deps, 'engine' | 'localities' | 'clock'>) =>
  async (): Promise<void> => {
    for (const locality of localities.all())
      for (const year of coveredYears(locality, clock.now()))
        await engine.broadcastSignal({ name: calendarSignal(locality, year), variables: {} });
  };

/** Those that every calendar of the locality knows, from this year on. */
function coveredYears({ calendars, timeZone }: Locality, now: Date): number[] {
  const thisYear = Number(dayOf(now, timeZone).slice(0, 4));
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => thisYear + ahead);

  return years.filter((year) => [...calendars.values()].every((calendar) => calendar.knowsYear(year)));
}
