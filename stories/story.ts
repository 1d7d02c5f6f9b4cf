import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Type, { type Static } from 'typebox';
import { parse } from 'yaml';

const Moment = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}(:\\d{2})?$' });
const Span = Type.String({ pattern: '^\\d+(\\.\\d+)?(s|m|h|d)$' });
const Actor = Type.String({ pattern: '^[a-z0-9-]+\\.[a-z0-9-]+$' });
const Values = Type.Record(Type.String(), Type.Unknown());

/** What must hold, at a moment (`expect`) or in the end (`then`). */
export const Expectation = Type.Object(
  {
    stage: Type.Optional(Type.String()),
    lamp: Type.Optional(Type.String()),
    category: Type.Optional(Type.String()),
    branch: Type.Optional(Type.String()),
    round: Type.Optional(Type.Integer()),
    due: Type.Optional(Moment),
    closed: Type.Optional(
      Type.Object(
        {
          outcome: Type.Optional(Type.String()),
          within: Type.Optional(Span),
          at: Type.Optional(Moment),
          by: Type.Optional(Moment),
        },
        { additionalProperties: false },
      ),
    ),
    open: Type.Optional(Type.Array(Type.String(), { description: 'names of the open tasks, in any order' })),
    tasks: Type.Optional(Type.Array(Values, { description: 'among all tasks; `due` as people see it' })),
    route: Type.Optional(Type.Array(Type.String(), { description: 'names of acts or tasks, in this order' })),
    parties: Type.Optional(Type.Array(Type.String(), { description: 'exactly the units that held orders or tasks' })),
    responsible: Type.Optional(
      Type.Array(Values, { description: 'exactly who answers for it (包保), in this order, by `unit`' }),
    ),
    orders: Type.Optional(Type.Array(Values)),
    documents: Type.Optional(Type.Array(Type.String(), { description: 'kinds, in the order of issue' })),
    notices: Type.Optional(Type.Array(Type.Union([Type.String(), Values]))),
    callbacks: Type.Optional(Type.Array(Values)),
    meetings: Type.Optional(Type.Array(Values)),
    messages: Type.Optional(
      Type.Array(Values, { description: 'among those in the outbox; `times` says how many there are' }),
    ),
    likeCases: Type.Optional(Type.Integer()),
    refused: Type.Optional(Type.String({ description: 'error code that the act before was refused with' })),
    incidents: Type.Optional(Type.Integer()),
  },
  { additionalProperties: false },
);
export type Expectation = Static<typeof Expectation>;

const When = Type.Object(
  {
    at: Type.Optional(Moment),
    after: Type.Optional(Span),
    case: Type.Optional(Type.String({ description: 'which case of the story, by the name its report gave' })),
    note: Type.Optional(Type.String()),
    report: Type.Optional(Values),
    as: Type.Optional(Type.String()),
    task: Type.Optional(Type.String()),
    of: Type.Optional(Type.String()),
    by: Type.Optional(Actor),
    form: Type.Optional(Values),
    withdraw: Type.Optional(
      Type.String({ description: 'why the case is taken back; without `by` by its caller’s code' }),
    ),
    reopen: Type.Optional(
      Type.String({ description: 'what is not solved after closing; without `by` by its caller’s code' }),
    ),
    rate: Type.Optional(Values),
    recall: Type.Optional(Type.String({ description: 'why the order of unit `of` is taken back from it' })),
    order: Type.Optional(
      Type.Integer({ minimum: 1, description: 'the n-th order of the case, where no unit is named' }),
    ),
    refused: Type.Optional(Type.String({ description: 'the code with which this act must be refused' })),
    expect: Type.Optional(Expectation),
  },
  { additionalProperties: false },
);
export type When = Static<typeof When>;

export const Story = Type.Object(
  {
    id: Type.String({ pattern: '^[A-Za-z0-9-]+$' }),
    title: Type.String({ minLength: 1 }),
    locality: Type.String(),
    source: Type.Optional(Type.String()),
    about: Type.Optional(Type.String()),
    when: Type.Array(When, { minItems: 1 }),
    then: Expectation,
    thenAlso: Type.Optional(Type.Record(Type.String(), Expectation, { description: 'by the name of another case' })),
  },
  { additionalProperties: false },
);
export type Story = Static<typeof Story>;

const check = new Ajv2020({ allErrors: true }).compile(Story);

/** A story file that cannot be played: every fault with its place. */
export class StoryFileError extends Error {
  constructor(file: string, faults: readonly string[]) {
    super(`${file}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'StoryFileError';
  }
}

/**
 * Reads one story.
 * @throws StoryFileError when the file is no YAML, has an unknown key or a moment without a time
 */
export function readStory(file: string): Story {
  let data: unknown;
  try {
    data = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StoryFileError(file, [(error as Error).message]);
  }
  if (!check(data)) throw new StoryFileError(file, (check.errors ?? []).map(describe));
  const story = data as Story;
  const faults = story.when.flatMap((when, index) => momentFaults(when, index));
  if (faults.length > 0) throw new StoryFileError(file, faults);

  return story;
}

/** All stories below a folder of localities (`bpmn/`), earliest first, so that one clock can only go forward. */
export function readStories(root: string): Story[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && basename(entry.parentPath) === 'stories' && entry.name.endsWith('.yaml'))
    .map((entry) => readStory(join(entry.parentPath, entry.name)))
    .sort((one, other) => startOf(one).localeCompare(startOf(other)) || one.id.localeCompare(other.id));
}

const startOf = (story: Story): string => story.when[0]?.at ?? '';

function momentFaults(when: When, index: number): string[] {
  const place = `when[${index}]`;
  const acts = [...[when.report, when.task, when.withdraw, when.reopen, when.rate, when.recall, when.expect]].filter(
    (act) => act !== undefined,
  );
  const faults = [];
  if (index === 0 && when.at === undefined) faults.push(`${place}: the first moment needs "at"`);
  if (when.at !== undefined && when.after !== undefined) faults.push(`${place}: has both "at" and "after", take one`);
  if (acts.length > 1)
    faults.push(`${place}: has more than one of "report", "task", "withdraw", "reopen", "rate", "recall", "expect"`);
  if (when.recall !== undefined && when.by === undefined) faults.push(`${place}: recall needs "by"`);
  if (when.task !== undefined && when.by === undefined) faults.push(`${place}: task "${when.task}" needs "by"`);

  return faults;
}

function describe(error: { instancePath: string; message?: string; params: Record<string, unknown> }): string {
  const place =
    error.instancePath
      .replace(/\/(\d+)/g, '[$1]')
      .replaceAll('/', '.')
      .replace(/^\./, '') || 'story';
  const extra = error.params['additionalProperty'];

  return typeof extra === 'string' ? `${place}: unknown key "${extra}"` : `${place}: ${error.message ?? 'is wrong'}`;
}
