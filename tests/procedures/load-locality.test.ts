import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LocalityFaultsError } from '../../procedures/locality-faults.js';
import { loadLocality } from '../../procedures/load-locality.js';
import { loadLocalities, LocalityUnknownError } from '../../procedures/localities.js';
import { calendarOf } from '../../procedures/locality.js';

/** The smallest locality there can be: a centre and one unit. */
const small = () => ({
  id: 'smallville',
  name: '小城',
  hotline: { name: '小城热线', number: '12345' },
  source: '测试',
  timeZone: 'Asia/Shanghai',
  prefix: 'SV',
  center: 'center',
  numbering: { case: 'SV-{yyyymmdd}-{seq:4}', order: '{case}/{n}' },
  kinds: [{ id: 'help', name: '求助' }],
  channels: [{ id: 'phone', name: '电话', identity: 'phone' }],
  lines: [],
  calendars: {
    default: { workdays: 'legal', hours: [['08:30', '17:00']] },
    always: { workdays: 'every-day', hours: 'all' },
  },
  staffByLevel: { department: [{ role: 'clerk' }, { role: 'clerk' }] } as Record<string, unknown>,
  units: [
    {
      id: 'center',
      name: '热线中心',
      level: 'department',
      calendar: 'always',
      staff: [{ role: 'agent', name: '一号席' }],
    },
    { id: 'housing', name: '住建局', level: 'department', parent: 'center' },
    { id: 'water', name: '自来水公司', level: 'enterprise', parent: 'housing' },
  ] as Record<string, unknown>[],
  leaders: [],
  categories: [{ id: 'heating', name: '供热', unit: 'housing' }] as Record<string, unknown>[],
  responsibility: { levels: { department: { supervisor: 'deputy', handler: 'clerk' } } },
  assessment: { by: ['department'], rates: ['response'], factors: [] },
});

describe('Loading a locality', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'localities-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (data: unknown, folder = 'smallville') => {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, 'locality.json'), typeof data === 'string' ? data : JSON.stringify(data));

    return join(root, folder);
  };
  const faultsOf = (data: unknown) => {
    try {
      loadLocality(write(data));
    } catch (error) {
      if (error instanceof LocalityFaultsError) return error.faults;
      throw error;
    }

    return [];
  };

  it('names the posts of each unit: its own, those of its level, else a clerk and a deputy', () => {
    const { network } = loadLocality(write(small()));

    expect(network.unit('center').staff).to.deep.equal([
      { role: 'agent', userId: 'smallville.center.agent', name: '一号席' },
    ]);
    expect(network.unit('housing').staff.map(({ userId, name }) => [userId, name])).to.deep.equal([
      ['smallville.housing.clerk', '住建局承办人'],
      ['smallville.housing.clerk2', '住建局承办人2'],
    ]);
    expect(network.unit('water').staff.map(({ name }) => name)).to.deep.equal([
      '自来水公司承办人',
      '自来水公司分管副职',
    ]);
  });

  it('gives each unit its calendar, else the default', () => {
    const locality = loadLocality(write(small()));

    expect(calendarOf(locality, 'center').isWorkday('2026-10-01')).to.equal(true);
    expect(calendarOf(locality, 'housing').isWorkday('2026-10-01')).to.equal(false);
    expect(calendarOf(locality).isWorkday('2026-10-01')).to.equal(false);
  });

  it('reads the knowledge articles of the file it names', () => {
    const folder = write({ ...small(), articles: 'articles.json' });
    writeFileSync(
      join(folder, 'articles.json'),
      JSON.stringify([{ id: 'open-company', title: '开办企业', body: '到窗口办理', owner: 'center' }]),
    );

    expect(loadLocality(folder).articles.map(({ title }) => title)).to.deep.equal(['开办企业']);
  });

  it('tells every fault of shape at once: path, what was found, what is allowed', () => {
    const data = { ...small(), prefix: 'sv', color: 'red', kinds: [{ id: 'prayer', name: '' }] };
    data.units[1] = { id: 'Housing', name: '住建局', level: 'planet' };
    delete (data as { name?: string }).name;

    expect(faultsOf(data).map(({ path, found }) => `${path} ${found}`)).to.have.members([
      '$.name （无）',
      '$.color 未知字段',
      '$.prefix "sv"',
      '$.kinds[0].id "prayer"',
      '$.kinds[0].name ""',
      '$.units[1].id "Housing"',
      '$.units[1].level "planet"',
    ]);
  });

  it('says in Chinese what is allowed', () => {
    const data = small();
    data.units[1] = { ...data.units[1], level: 'planet' };
    const [fault] = faultsOf(data);

    expect(fault?.file).to.equal('smallville/locality.json');
    expect(fault?.allowed).to.match(/^以下之一：city、county/);
  });

  it('tells every reference to what is not there', () => {
    const data = { ...small(), center: 'nowhere', bodies: ['discipline'] };
    data.units[2] = { ...data.units[2], parent: 'ghost', leader: 'nobody', calendar: 'lunar', successor: 'later' };
    data.categories[0] = { ...data.categories[0], unit: 'heaven', parent: 'none' };

    expect(faultsOf(data).map(({ path, found }) => `${path} ${found}`)).to.have.members([
      '$.center "nowhere"',
      '$.units[2].parent "ghost"',
      '$.units[2].leader "nobody"',
      '$.units[2].calendar "lunar"',
      '$.units[2].successor "later"',
      '$.categories[0].unit "heaven"',
      '$.categories[0].parent "none"',
      '$.bodies[0] "discipline"',
    ]);
  });

  it('wants a duty at each level of a place, where the levels of the place answer for a case', () => {
    const units = [...small().units, { id: 'city', name: '市', level: 'city' }];
    const data = { ...small(), units, responsibility: { ...small().responsibility, place: { tell: ['wechat'] } } };
    const missing = [{ path: '$.responsibility.levels.city', found: '（无）' }];

    expect(faultsOf({ ...small(), units })).to.deep.equal([]);
    expect(faultsOf(data).map(({ path, found }) => ({ path, found }))).to.deep.equal(missing);
  });

  it('refuses a tree that bites its tail, an id told twice, hours out of order, and a zone that is none', () => {
    const data = { ...small(), timeZone: 'Mars/Olympus' };
    data.units[1] = { ...data.units[1], parent: 'water' };
    data.categories.push({ id: 'heating', name: '又是供热' });
    data.calendars.default.hours = [
      ['13:30', '17:00'],
      ['08:30', '12:00'],
    ];

    expect(faultsOf(data).map(({ path }) => path)).to.have.members([
      '$.units[1].parent',
      '$.units[2].parent',
      '$.categories[1].id',
      '$.calendars.default.hours',
      '$.timeZone',
    ]);
  });

  it('refuses broken JSON, a missing file, and a folder of another name', () => {
    expect(faultsOf('{ "id": ')[0]?.allowed).to.equal('合法的 JSON');
    expect(() => loadLocality(join(root, 'atlantis'))).to.throw(LocalityFaultsError, '无此文件');
    expect(() => loadLocality(write(small(), 'otherville'))).to.throw(LocalityFaultsError, 'otherville');
  });

  describe('all at once', () => {
    it('leaves out what is shared and what is no locality', () => {
      write(small());
      mkdirSync(join(root, 'shared'));
      mkdirSync(join(root, 'drafts'));
      const localities = loadLocalities(root);

      expect(localities.ids).to.deep.equal(['smallville']);
      expect(localities.get('smallville')).to.equal(localities.all()[0]);
    });

    it('tells the faults of all of them together', () => {
      write({ ...small(), prefix: '1' });
      write({ ...small(), id: 'otherville', prefix: '2' }, 'otherville');

      expect(() => loadLocalities(root))
        .to.throw(LocalityFaultsError, /otherville.*smallville/s)
        .with.property('faults')
        .with.length(2);
    });

    it('refuses an unknown one, naming those there are', () => {
      write(small());

      expect(() => loadLocalities(root).get('atlantis'))
        .to.throw(LocalityUnknownError, /atlantis.*smallville/)
        .with.property('code', 'LOCALITY_UNKNOWN');
    });
  });
});
