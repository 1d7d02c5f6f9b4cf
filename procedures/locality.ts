import type { WorkCalendar } from '../domain/calendar.js';
import type { Network } from '../domain/network.js';
import type { Duties } from '../domain/responsible.js';
import type { ArticleFile, LocalityFile } from './locality-schema.js';

/** A locality ready for use: its file checked, references resolved, posts named. */
export interface Locality extends Omit<
  LocalityFile,
  'units' | 'calendars' | 'responsibility' | 'articles' | 'staffByLevel'
> {
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly network: Network;
  /** By name; `default` always exists. */
  readonly calendars: ReadonlyMap<string, WorkCalendar>;
  readonly responsibility: Duties;
  readonly articles: readonly ArticleFile[];
}

/** The calendar a unit works by: its own, else the locality's default. */
export function calendarOf(locality: Locality, unitId?: string): WorkCalendar {
  const name = unitId === undefined ? undefined : locality.network.find(unitId)?.calendar;
  const calendar = locality.calendars.get(name ?? 'default');
  if (calendar === undefined) throw new Error(`locality ${locality.id} has no calendar ${name ?? 'default'}`);

  return calendar;
}

/** Names of channels, categories … by their ids; what is not there any more keeps its id. */
export const nameIn =
  (entries: readonly { id: string; name: string }[]) =>
  (id: string): string =>
    entries.find((entry) => entry.id === id)?.name ?? id;
