import type { Locality } from '../procedures/locality.js';
import { Person } from '../stories/people.js';
import { codeOf, numberOf, phoneOf, SEALED_EVERY, type World } from './list-rows.js';

/** One list as a page asks for it. */
export interface ListAsk {
  readonly name: string;
  readonly person: Person;
  readonly path: string;
  /** Sent by POST; without it the path is got. */
  readonly body?: object;
  /** Shown on pages that are open all day, so it is held to the limit of every day. */
  readonly daily?: true;
}

/** The lists of the pages, each with the filters that its page uses. */
export function listAsks(world: World, url: string, password: string): ListAsk[] {
  const { locality, units, cases: count } = world;
  // One whose caller is sealed as the system does it.
  const known = SEALED_EVERY * Math.floor(count / 2 / SEALED_EVERY);
  const of = (unitId: string, role: string) => new Person(`${locality.id}.${unitId}.${role}`, url, password);
  const [agent, supervisor] = [of(locality.center, 'agent'), of(locality.center, 'supervisor')];
  const [busy, quiet] = [units[0]?.id ?? '', units[Math.floor(units.length / 2)]?.id ?? ''];
  const clerk = of(busy, 'clerk');
  const inbox = (whose: string): string => `/tasks?whose=${whose}&sort=dueAt&limit=100`;
  const cases = (filter: string, sort = '-registeredAt'): string => `/cases?${filter}&sort=${sort}&limit=20`;
  const late = '/cases?overdue=true&sort=dueAt&limit=20';
  const wide = widest(locality).map(({ id, role }) => of(id, role));
  const daily = true;

  return [
    { name: 'inbox of an agent, own', person: agent, path: inbox('mine'), daily },
    { name: 'inbox of a post', person: agent, path: inbox('unit'), daily },
    { name: 'inbox of the busiest unit', person: clerk, path: inbox('unit'), daily },
    { name: 'inbox of a supervisor, all', person: supervisor, path: inbox('all'), daily },
    { name: 'inbox counts, agent', person: agent, path: '/tasks/counts?whose=unit', daily },
    { name: 'inbox counts, supervisor', person: supervisor, path: '/tasks/counts?whose=all', daily },
    { name: 'inbox by stage', person: clerk, path: `${inbox('unit')}&stage=handling`, daily },
    { name: 'cases of the locality', person: supervisor, path: cases('page=1'), daily },
    { name: 'the same, page 10', person: supervisor, path: cases('page=10'), daily },
    { name: 'the same, of an agent', person: agent, path: cases('page=1'), daily },
    { name: 'cases of the busiest unit', person: supervisor, path: cases(`unitId=${busy}`), daily },
    { name: 'cases of a quiet unit', person: supervisor, path: cases(`unitId=${quiet}`), daily },
    { name: 'the same, of its clerk', person: of(quiet, 'clerk'), path: cases('page=1'), daily },
    { name: 'cases being handled', person: supervisor, path: cases('stage=handling'), daily },
    { name: 'closed cases', person: supervisor, path: cases('stage=closed'), daily },
    { name: 'open cases of a unit', person: supervisor, path: cases(`unitId=${busy}&stage=handling,replied`), daily },
    { name: 'open cases by deadline', person: supervisor, path: cases('stage=handling', 'dueAt'), daily },
    { name: 'cases of a category', person: supervisor, path: cases('category=heating'), daily },
    { name: 'cases with a red lamp', person: supervisor, path: cases('lamp=red'), daily },
    { name: 'a case by its number', person: supervisor, path: cases(`text=${numberOf(world, known)}`), daily },
    { name: 'words in titles', person: supervisor, path: cases(`text=${encodeURIComponent('路灯')}`), daily },
    { name: 'words in no title', person: supervisor, path: cases(`text=${encodeURIComponent('没有的词')}`) },
    { name: 'oldest cases first', person: supervisor, path: cases('page=1', 'registeredAt') },
    { name: 'earliest deadlines first', person: supervisor, path: cases('page=1', 'dueAt') },
    { name: 'latest deadlines first', person: supervisor, path: cases('page=1', '-dueAt'), daily },
    ...wide.map((person) => ({ name: `late: ${person.userId ?? ''}`, person, path: late, daily }) as const),
    { name: 'board with its lamp counts', person: supervisor, path: '/board', daily },
    { name: 'supervision', person: supervisor, path: '/supervision', daily },
    {
      ...{ name: 'earlier cases of a caller', person: agent, path: '/callers/earlier-cases', daily },
      body: { locality: locality.id, phone: phoneOf(known) },
    },
    {
      ...{ name: 'like cases', person: agent, path: `/localities/${locality.id}/like-cases`, daily },
      body: { title: '供热管道漏水', text: '楼道进水', category: 'heating', placeUnitId: busy },
    },
    {
      ...{
        name: 'a citizen follows a case',
        person: new Person(undefined, url, password),
        path: '/public/progress',
        daily,
      },
      body: { caseNumber: numberOf(world, known), code: codeOf(known) },
    },
  ];
}

/** Leaders of the unit with most units below it, and of one with a few. */
function widest({ network, center }: Locality): { id: string; role: string }[] {
  const led = network.units
    .filter(({ id, staff }) => id !== center && staff.some(({ role }) => role === 'leader'))
    .map(({ id }) => ({ id, role: 'leader', size: network.descendants(id).length }))
    .sort((one, other) => other.size - one.size);

  return [led[0], led.find(({ size }) => size > 0 && size < 20)].flatMap((found) => found ?? []);
}
