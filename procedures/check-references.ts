import { AREA_LEVELS } from '../domain/responsible.js';
import type { ArticleFile, LocalityFile } from './locality-schema.js';
import { shown, type LocalityFault } from './locality-faults.js';

/** A reference from one place of the data to another: where it stands, what it names, what there is to name. */
interface Reference {
  readonly path: string;
  readonly to: string | undefined;
  readonly among: ReadonlySet<string>;
  readonly what: string;
}

/** Every id that is named but not there, told twice, or leads round in a circle. */
export function referenceFaults(data: LocalityFile, articles: readonly ArticleFile[], file: string): LocalityFault[] {
  const missing = [...references(data), ...articleReferences(data, articles)]
    .filter(({ to, among }) => to !== undefined && !among.has(to))
    .map(({ path, to, what }) => ({ file, path, found: shown(to), allowed: `已有的${what}` }));

  return [
    ...missing,
    ...dutyFaults(data, file),
    ...twiceTold(data, file),
    ...cycles(data, file),
    ...hourFaults(data, file),
    ...zoneFaults(data, file),
  ];
}

function references(data: LocalityFile): Reference[] {
  const units = idsOf(data.units);
  const leaders = idsOf(data.leaders);
  const categories = idsOf(data.categories);
  const calendars = new Set(Object.keys(data.calendars));
  const unit = (path: string, to: string | undefined): Reference => ({ path, to, among: units, what: '单位 id' });

  return [
    unit('$.center', data.center),
    ...data.units.flatMap((one, n) => [
      unit(`$.units[${n}].parent`, one.parent),
      unit(`$.units[${n}].successor`, one.successor),
      { path: `$.units[${n}].leader`, to: one.leader, among: leaders, what: '领导 id' },
      { path: `$.units[${n}].calendar`, to: one.calendar, among: calendars, what: '工作日历名' },
    ]),
    ...data.lines.map((line, n) => unit(`$.lines[${n}].unit`, line.unit)),
    ...data.leaders.map((leader, n) => unit(`$.leaders[${n}].unit`, leader.unit)),
    ...(data.places ?? []).map((place, n) => unit(`$.places[${n}].unit`, place.unit)),
    ...data.categories.flatMap((category, n) => [
      unit(`$.categories[${n}].unit`, category.unit),
      { path: `$.categories[${n}].parent`, to: category.parent, among: categories, what: '诉求类别 id' },
    ]),
    ...(data.bodies ?? []).map((body, n) => unit(`$.bodies[${n}]`, body)),
    ...(data.assessment.bodies ?? []).map((body, n) => unit(`$.assessment.bodies[${n}]`, body)),
    ...Object.entries(data.responsibility.levels).map(([level, duty]) =>
      unit(`$.responsibility.levels.${level}.unit`, duty.unit),
    ),
    ...Object.entries(data.responsibility.units ?? {}).flatMap(([id, duty]) => [
      unit(`$.responsibility.units.${id}`, id),
      unit(`$.responsibility.units.${id}.unit`, duty.unit),
    ]),
  ];
}

function articleReferences(data: LocalityFile, articles: readonly ArticleFile[]): Reference[] {
  const units = idsOf(data.units);
  const categories = idsOf(data.categories);

  return articles.flatMap((article, n) => [
    { path: `articles[${n}].owner`, to: article.owner, among: units, what: '单位 id' },
    { path: `articles[${n}].category`, to: article.category, among: categories, what: '诉求类别 id' },
  ]);
}

/** Where the levels of a place answer, none that has units may be without a duty. */
function dutyFaults({ units, responsibility: { levels, place } }: LocalityFile, file: string): LocalityFault[] {
  if (place === undefined) return [];

  return AREA_LEVELS.filter((level) => levels[level] === undefined && units.some((unit) => unit.level === level)).map(
    (level) => ({
      file,
      path: `$.responsibility.levels.${level}`,
      found: shown(undefined),
      allowed: '督办人和承办人的岗位',
    }),
  );
}

const LISTS = ['kinds', 'channels', 'lines', 'units', 'leaders', 'categories', 'places'] as const;

function twiceTold(data: LocalityFile, file: string): LocalityFault[] {
  return LISTS.flatMap((list) => {
    const ids = (data[list] ?? []).map(({ id }) => id);

    return ids.flatMap((id, n) =>
      ids.indexOf(id) < n ? [{ file, path: `$.${list}[${n}].id`, found: shown(id), allowed: '不与前面重复的 id' }] : [],
    );
  });
}

function cycles(data: LocalityFile, file: string): LocalityFault[] {
  const units = new Map(data.units.map((unit) => [unit.id, unit]));
  const categories = new Map(data.categories.map((category) => [category.id, category]));

  return [
    ...data.units.flatMap(({ id }, n) => [
      ...circle(id, (one) => units.get(one)?.parent, `$.units[${n}].parent`, file),
      ...circle(id, (one) => units.get(one)?.successor, `$.units[${n}].successor`, file),
    ]),
    ...data.categories.flatMap(({ id }, n) =>
      circle(id, (one) => categories.get(one)?.parent, `$.categories[${n}].parent`, file),
    ),
  ];
}

/** A chain that comes back to its start, each circle told at each of its members. */
function circle(start: string, next: (id: string) => string | undefined, path: string, file: string): LocalityFault[] {
  const seen = [start];
  for (let id = next(start); id !== undefined; id = next(id)) {
    if (id === start) return [{ file, path, found: [...seen, start].join(' → '), allowed: '不成环的关系' }];
    if (seen.includes(id)) return [];
    seen.push(id);
  }

  return [];
}

function hourFaults(data: LocalityFile, file: string): LocalityFault[] {
  return Object.entries(data.calendars).flatMap(([name, { hours }]) => {
    if (hours === 'all') return [];
    const times = hours.flat();
    const inOrder = times.every((time, n) => n === 0 || (times[n - 1] ?? '') < time);

    return inOrder
      ? []
      : [{ file, path: `$.calendars.${name}.hours`, found: shown(hours), allowed: '由早到晚、互不重叠的时段' }];
  });
}

function zoneFaults({ timeZone }: LocalityFile, file: string): LocalityFault[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone });

    return [];
  } catch {
    return [{ file, path: '$.timeZone', found: shown(timeZone), allowed: 'IANA 时区，如 Asia/Shanghai' }];
  }
}

function idsOf(list: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ id }) => id));
}
