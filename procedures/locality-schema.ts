import Type, { type Static } from 'typebox';
import { KINDS } from '../domain/case.js';
import { LEVELS, ROLES } from '../domain/unit.js';

const closed = { additionalProperties: false } as const;
const Id = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', description: 'kebab-case' });
const Name = Type.String({ minLength: 1, maxLength: 60 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' });
const HourMinute = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$', description: 'HH:MM' });

/** A working calendar as data: days, opening hours, and what differs from the legal calendar. */
export const CalendarFile = Type.Object(
  {
    name: Type.Optional(Name),
    workdays: Type.Enum(['legal', 'every-day']),
    hours: Type.Union([Type.Literal('all'), Type.Array(Type.Tuple([HourMinute, HourMinute]), { minItems: 1 })]),
    overrides: Type.Optional(
      Type.Object(
        {
          years: Type.Optional(Type.Array(Type.Integer({ minimum: 2000, maximum: 2200 }))),
          holidays: Type.Optional(Type.Array(Day)),
          workdays: Type.Optional(Type.Array(Day)),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type CalendarFile = Static<typeof CalendarFile>;

/** WGS 84, degrees. `approximate`: the seat's middle, not the door. */
const PointFile = Type.Object(
  {
    longitude: Type.Number({ minimum: -180, maximum: 180 }),
    latitude: Type.Number({ minimum: -90, maximum: 90 }),
    approximate: Type.Optional(Type.Boolean()),
  },
  closed,
);

const StaffFile = Type.Object(
  { role: Type.Enum(ROLES), name: Type.Optional(Name), leaderTitle: Type.Optional(Name) },
  closed,
);

const UnitFile = Type.Object(
  {
    id: Id,
    name: Name,
    level: Type.Enum(LEVELS),
    parent: Type.Optional(Id),
    calendar: Type.Optional(Type.String({ minLength: 1 })),
    staff: Type.Optional(Type.Array(StaffFile, { minItems: 1 })),
    leader: Type.Optional(Id),
    invented: Type.Optional(Type.Boolean()),
    abolishedOn: Type.Optional(Day),
    successor: Type.Optional(Id),
    remit: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    taskForce: Type.Optional(Type.Boolean()),
    point: Type.Optional(PointFile),
  },
  closed,
);
export type UnitFile = Static<typeof UnitFile>;

const Channel = Type.Object(
  { id: Id, name: Name, identity: Type.Enum(['phone', 'account', 'line', 'platform', 'none']) },
  closed,
);

const Line = Type.Object(
  {
    id: Id,
    name: Name,
    kind: Type.Enum(['department', 'emergency', 'business', 'platform', 'merged']),
    number: Type.Optional(Type.String({ pattern: '^[0-9-]{3,20}$' })),
    unit: Type.Optional(Id),
    invented: Type.Optional(Type.Boolean()),
  },
  closed,
);

/** Kinds of evidence a category may ask of a reply: 照片, 票据, 读数. */
export const EVIDENCE = ['photo', 'receipt', 'reading'] as const;
export type Evidence = (typeof EVIDENCE)[number];

const Category = Type.Object(
  {
    id: Id,
    name: Name,
    parent: Type.Optional(Id),
    questions: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 120 }))),
    evidence: Type.Optional(Type.Array(Type.Enum(EVIDENCE))),
    unit: Type.Optional(Id),
  },
  closed,
);

const Leader = Type.Object(
  { id: Id, name: Name, title: Name, unit: Type.Optional(Id), invented: Type.Optional(Type.Boolean()) },
  closed,
);

/** Who answers for a unit (包保): the posts that are its 督办人 and 承办人. */
const Duty = Type.Object({ supervisor: Type.Enum(ROLES), handler: Type.Enum(ROLES), unit: Type.Optional(Id) }, closed);

/** The levels of the place where the matter lies answer too (属地包保); without it only who handles it and those above. */
const PlaceDuty = Type.Object(
  {
    kinds: Type.Optional(Type.Array(Type.Enum(KINDS), { minItems: 1, description: 'without it all kinds' })),
    tell: Type.Array(Type.Enum(['wechat', 'sms', 'phone', 'email']), {
      description: 'how each level is told, may be empty',
    }),
  },
  closed,
);

/** A known place (小区, 街路, 广场) and the unit in whose area it lies. */
const Place = Type.Object(
  { id: Id, name: Name, unit: Id, invented: Type.Optional(Type.Boolean()), point: Type.Optional(PointFile) },
  closed,
);

const Assessment = Type.Object(
  {
    by: Type.Array(Type.Enum(LEVELS), { minItems: 1 }),
    rates: Type.Array(Type.Enum(['response', 'resolution', 'satisfaction', 'punctuality', 'connection'])),
    targets: Type.Optional(Type.Record(Type.String(), Type.Number({ minimum: 0, maximum: 1 }))),
    factors: Type.Array(Type.Object({ id: Id, name: Name }, closed)),
    bottom: Type.Optional(Type.Integer({ minimum: 1 })),
    bodies: Type.Optional(Type.Array(Id)),
  },
  closed,
);

/** How long after closing, and how often, whoever reported a case may say that it was not solved (domain/reopen.ts). */
const Reopen = Type.Object(
  {
    days: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 3650, description: 'whole days after the day of closing' }),
    ),
    times: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
  },
  closed,
);

/** `locality.json`: the names, numbers, people and times of one locality. */
export const LocalityFile = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    id: Id,
    name: Name,
    hotline: Type.Object({ name: Name, number: Type.String({ pattern: '^[0-9-]{3,20}$' }) }, closed),
    source: Type.String({ minLength: 1 }),
    timeZone: Type.String({ minLength: 1 }),
    prefix: Type.String({ pattern: '^[A-Z]{2,4}$' }),
    center: Id,
    numbering: Type.Intersect([
      Type.Object({ case: Type.String({ minLength: 1 }), order: Type.String({ minLength: 1 }) }),
      Type.Record(Type.String(), Type.String({ minLength: 1 })),
    ]),
    kinds: Type.Array(Type.Object({ id: Type.Enum(KINDS), name: Name }, closed), { minItems: 1 }),
    channels: Type.Array(Channel, { minItems: 1 }),
    lines: Type.Array(Line),
    calendars: Type.Intersect([Type.Object({ default: CalendarFile }), Type.Record(Type.String(), CalendarFile)]),
    staffByLevel: Type.Optional(Type.Record(Type.String(), Type.Array(StaffFile, { minItems: 1 }))),
    units: Type.Array(UnitFile, { minItems: 1 }),
    places: Type.Optional(Type.Array(Place)),
    leaders: Type.Array(Leader),
    categories: Type.Array(Category, { minItems: 1 }),
    responsibility: Type.Object(
      {
        levels: Type.Record(Type.String(), Duty),
        units: Type.Optional(Type.Record(Type.String(), Duty)),
        place: Type.Optional(PlaceDuty),
      },
      closed,
    ),
    articles: Type.Optional(Type.String({ pattern: '^[a-z0-9-]+\\.json$', description: 'file in the same folder' })),
    bodies: Type.Optional(Type.Array(Id)),
    assessment: Assessment,
    reopen: Type.Optional(Reopen),
  },
  closed,
);
export type LocalityFile = Static<typeof LocalityFile>;

/** A knowledge article (知识条目) that a consultation may be answered from. */
export const ArticleFile = Type.Object(
  {
    id: Id,
    title: Name,
    body: Type.String({ minLength: 1, maxLength: 10_000 }),
    owner: Id,
    legalBasis: Type.Optional(Type.String({ minLength: 1 })),
    expiresOn: Type.Optional(Day),
    category: Type.Optional(Id),
    invented: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type ArticleFile = Static<typeof ArticleFile>;
