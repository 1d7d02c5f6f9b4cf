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
  const text = (words: string): string => `text=${encodeURIComponent(words)}`;
  const late = '/cases?overdue=true&sort=dueAt&limit=20';
  const wide = widest(locality).map(({ id, role }) => of(id, role));

  return [
    { name: 'inbox of an agent, own', person: agent, path: inbox('mine') },
    { name: 'inbox of a post', person: agent, path: inbox('unit') },
    { name: 'inbox of the busiest unit', person: clerk, path: inbox('unit') },
    { name: 'inbox of a supervisor, all', person: supervisor, path: inbox('all') },
    { name: 'inbox counts, agent', person: agent, path: '/tasks/counts?whose=unit' },
    { name: 'inbox counts, supervisor', person: supervisor, path: '/tasks/counts?whose=all' },
    { name: 'inbox by stage', person: clerk, path: `${inbox('unit')}&stage=handling` },
    { name: 'inbox by a rare stage, all', person: supervisor, path: `${inbox('all')}&stage=promised` },
    { name: 'inbox by lamp, all', person: supervisor, path: `${inbox('all')}&lamp=red` },
    { name: 'inbox overdue, all', person: supervisor, path: `${inbox('all')}&overdue=true` },
    { name: 'inbox words, all', person: supervisor, path: `${inbox('all')}&${text('路灯')}` },
    { name: 'inbox words in no title, all', person: supervisor, path: `${inbox('all')}&${text('没有的词')}` },
    { name: 'inbox words in no title, unit', person: clerk, path: `${inbox('unit')}&${text('没有的词')}` },
    {
      name: 'inbox part of a number, all',
      person: supervisor,
      path: `${inbox('all')}&${text(numberOf(world, count - 1).slice(-8))}`,
    },
    { name: 'cases of the locality', person: supervisor, path: cases('page=1') },
    { name: 'the same, page 10', person: supervisor, path: cases('page=10') },
    { name: 'the same, of an agent', person: agent, path: cases('page=1') },
    { name: 'cases of the busiest unit', person: supervisor, path: cases(`unitId=${busy}`) },
    { name: 'cases of a quiet unit', person: supervisor, path: cases(`unitId=${quiet}`) },
    { name: 'the same, of its clerk', person: of(quiet, 'clerk'), path: cases('page=1') },
    { name: 'cases being handled', person: supervisor, path: cases('stage=handling') },
    { name: 'closed cases', person: supervisor, path: cases('stage=closed') },
    { name: 'open cases of a unit', person: supervisor, path: cases(`unitId=${busy}&stage=handling,replied`) },
    { name: 'open cases by deadline', person: supervisor, path: cases('stage=handling', 'dueAt') },
    { name: 'cases of a category', person: supervisor, path: cases('category=heating') },
    { name: 'cases with a red lamp', person: supervisor, path: cases('lamp=red') },
    { name: 'a case by its number', person: supervisor, path: cases(`text=${numberOf(world, known)}`) },
    { name: 'words in titles', person: supervisor, path: cases(text('路灯')) },
    { name: 'words in titles, oldest first', person: supervisor, path: cases(text('路灯'), 'registeredAt') },
    { name: 'words in titles, by deadline', person: supervisor, path: cases(text('路灯'), 'dueAt') },
    { name: 'a sign in all titles, quiet unit', person: of(quiet, 'clerk'), path: cases(text('：')) },
    { name: 'one character in titles', person: supervisor, path: cases(text('灯')) },
    { name: 'words in no title', person: supervisor, path: cases(text('没有的词')) },
    { name: 'words in no title, by deadline', person: supervisor, path: cases(text('没有的词'), 'dueAt') },
    { name: 'words in no title, busiest unit', person: clerk, path: cases(text('没有的词')) },
    { name: 'words together in no title', person: supervisor, path: cases(text('小区路灯漏水')) },
    { name: 'cases of a kind that is rare', person: supervisor, path: cases('kind=complaint') },
    { name: 'oldest cases first', person: supervisor, path: cases('page=1', 'registeredAt') },
    { name: 'oldest cases first, page 10', person: supervisor, path: cases('page=10', 'registeredAt') },
    { name: 'oldest cases of the busiest unit', person: clerk, path: cases('page=1', 'registeredAt') },
    { name: 'oldest open cases first', person: supervisor, path: cases('stage=handling', 'registeredAt') },
    { name: 'earliest deadlines first', person: supervisor, path: cases('page=1', 'dueAt') },
    { name: 'latest deadlines first', person: supervisor, path: cases('page=1', '-dueAt') },
    ...wide.map((person) => ({ name: `late: ${person.userId ?? ''}`, person, path: late }) as const),
    { name: 'board with its lamp counts', person: supervisor, path: '/board' },
    { name: 'supervision', person: supervisor, path: '/supervision' },
    {
      ...{ name: 'earlier cases of a caller', person: agent, path: '/callers/earlier-cases' },
      body: { locality: locality.id, phone: phoneOf(known) },
    },
    {
      ...{ name: 'like cases', person: agent, path: `/localities/${locality.id}/like-cases` },
      body: { title: '供热管道漏水', text: '楼道进水', category: 'heating', placeUnitId: busy },
    },
    {
      ...{
        name: 'a citizen follows a case',
        person: new Person(undefined, url, password),
        path: '/public/progress',
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
