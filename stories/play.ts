import type { RegisteredCase } from '../api/contract/register.js';
import type { TaskPage } from '../api/contract/task.js';
import { localTime } from '../domain/local-time.js';
import { withFiles } from './evidence.js';
import { readFacts } from './facts.js';
import { judge, type Verdict } from './judge.js';
import { instantOf, spanOf } from './moment.js';
import { RefusedError, type Person } from './people.js';
import type { Note } from './print-timeline.js';
import type { Story, When } from './story.js';
import type { Theatre } from './theatre.js';

/** How a story went: what was judged, and the cases it made by the names the story gives them. */
export interface Performance {
  readonly story: Story;
  readonly cases: ReadonlyMap<string, string>;
  readonly verdicts: readonly JudgedMoment[];
  /** What the story itself says at its moments. */
  readonly notes: readonly Note[];
  /** Why it could not be played to its end. */
  readonly stopped?: string;
}

export interface JudgedMoment extends Verdict {
  /** Local time of the moment, or `end`. */
  readonly at: string;
}

/** The name of the case that a story's first report makes, where the report gives none. */
export const FIRST_CASE = 'case';

/** Plays a story on the stage: every person acts by the API, time passes by the pinned clocks. */
export async function play(story: Story, theatre: Theatre): Promise<Performance> {
  const stage = new Stage(story, theatre);
  try {
    for (const when of story.when) await stage.moment(when);
    await stage.judgeEnd();

    return stage.performance();
  } catch (error) {
    return { ...stage.performance(), stopped: (error as Error).message };
  }
}

class Stage {
  readonly cases = new Map<string, string>();
  readonly verdicts: JudgedMoment[] = [];
  readonly #notes: Note[] = [];
  readonly #people = new Map<string, Person>();
  /** What callers were told with their numbers. */
  readonly #codes = new Map<string, string>();
  readonly #timeZone: string;

  constructor(
    private readonly story: Story,
    private readonly theatre: Theatre,
  ) {
    this.#timeZone = theatre.localities.get(story.locality).timeZone;
  }

  performance(): Performance {
    return { story: this.story, cases: this.cases, verdicts: this.verdicts, notes: this.#notes };
  }

  async moment(when: When): Promise<void> {
    await this.#waitFor(when);
    if (when.note !== undefined) this.#notes.push({ at: this.#now(), text: when.note });
    if (when.report !== undefined) await this.#expectingRefusal(when, () => this.#report(when));
    if (when.task !== undefined) await this.#expectingRefusal(when, () => this.#completeTask(when));
    if (when.withdraw !== undefined) await this.#expectingRefusal(when, () => this.#withdraw(when));
    if (when.reopen !== undefined) await this.#expectingRefusal(when, () => this.#reopen(when));
    if (when.rate !== undefined) await this.#expectingRefusal(when, () => this.#rate(when));
    if (when.recall !== undefined) await this.#expectingRefusal(when, () => this.#recall(when));
    await this.theatre.settle();
    if (when.expect !== undefined) await this.#judge(when.expect, when.case, this.#now());
  }

  async judgeEnd(): Promise<void> {
    await this.#judge(this.story.then, undefined, 'end');
    for (const [name, expectation] of Object.entries(this.story.thenAlso ?? {})) {
      await this.#judge(expectation, name, `end, ${name}`);
    }
  }

  async #waitFor({ at, after }: When): Promise<void> {
    const now = this.theatre.clock.now();
    if (at !== undefined) await this.theatre.passTimeUntil(instantOf(at, this.#timeZone));
    else if (after !== undefined) await this.theatre.passTimeUntil(new Date(now.getTime() + spanOf(after)));
  }

  async #report({ report = {}, as = FIRST_CASE }: When): Promise<void> {
    const { by, ...told } = report;
    const body = { locality: this.story.locality, ...this.#withCases(told) };
    const answer =
      by === undefined
        ? await this.theatre.person(undefined).post<RegisteredCase>('/public/cases', body)
        : await this.#person(by as string).post<RegisteredCase>('/cases', body);
    this.cases.set(as, answer.caseNumber);
    this.#codes.set(answer.caseNumber, answer.code);
  }

  /** By the centre, or by the caller, who has number and code. */
  async #withdraw({ withdraw: reason, by, case: name }: When): Promise<void> {
    const caseNumber = await this.#caseNumber(name);
    if (by !== undefined) await this.#person(by).post(`/cases/${caseNumber}/withdrawal`, { reason });
    else await this.#asCaller(caseNumber, 'withdrawal', { reason });
  }

  /** By the centre on the caller's behalf, or by the caller, who has number and code. */
  async #reopen({ reopen: reason, by, case: name }: When): Promise<void> {
    const caseNumber = await this.#caseNumber(name);
    if (by !== undefined) await this.#person(by).post(`/cases/${caseNumber}/reopening`, { reason });
    else await this.#asCaller(caseNumber, 'reopening', { reason });
  }

  async #rate({ rate: answers, case: name }: When): Promise<void> {
    await this.#asCaller(await this.#caseNumber(name), 'rating', { answers });
  }

  async #asCaller(caseNumber: string, act: string, body: object): Promise<void> {
    const access = { caseNumber, code: this.#codes.get(caseNumber) };
    await this.theatre.person(undefined).post(`/public/cases/${act}`, { ...access, ...body });
  }

  async #recall({ recall: reason, of, order, by = '', case: name }: When): Promise<void> {
    const caseNumber = await this.#caseNumber(name);
    const orders = await this.theatre.models.orders.ofCase(caseNumber);
    const n = order ?? orders.findLast(({ unitId }) => unitId === of)?._id.split('/')[1] ?? 0;
    await this.#person(by).post(`/cases/${caseNumber}/orders/${n}/recall`, { reason });
  }

  async #completeTask({ task = '', of, by = '', form = {}, case: name }: When): Promise<void> {
    const person = this.#person(by);
    const caseNumber = await this.#caseNumber(name);
    const page = await person.get<TaskPage>(`/tasks?caseNumber=${caseNumber}&whose=all&state=created&limit=100`);
    const found = page.items.find((item) => item.name === task && (of === undefined || item.unitId === of));
    if (found === undefined) throw new Error(await this.#noSuchTask(task, by, of, caseNumber));
    if (!found.mine) await person.post(`/tasks/${found.taskKey}/claim`);
    await person.post(`/tasks/${found.taskKey}/complete`, {
      data: await withFiles(person, this.#withCases(form)),
    });
  }

  /** A value `case: <name>` of a form or a report stands for the number of that case. */
  #withCases(form: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(form).map(([key, value]) => {
        if (key === 'origin') return [key, this.#withCases(value as Record<string, unknown>)];
        const name = typeof value === 'string' ? /^case: (.+)$/.exec(value)?.[1] : undefined;

        return [key, name === undefined ? value : (this.cases.get(name) ?? value)];
      }),
    );
  }

  async #noSuchTask(task: string, by: string, of: string | undefined, caseNumber: string): Promise<string> {
    const [open, incidents] = await Promise.all([
      this.theatre.models.tasks.openOfCase(caseNumber),
      this.theatre.incidents(),
    ]);
    const names = open.map((row) => `${row.name} [${row.unitId ?? '-'}; ${row.candidateGroups.join(' ')}]`).join(', ');
    const of_ = of === undefined ? '' : ` of ${of}`;

    return `${this.#now()}: ${by} sees no task "${task}"${of_}; open are: ${names || 'none'}${incidents.map((text) => `\n      incident: ${text}`).join('')}`;
  }

  async #expectingRefusal(when: When, act: () => Promise<void>): Promise<void> {
    const code = await act().then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof RefusedError) || when.refused === undefined) throw error;
        return error.code;
      },
    );
    if (when.refused === undefined) return;
    const verdict = { expected: `refused: ${when.refused}`, found: code ?? 'taken', holds: code === when.refused };
    this.verdicts.push({ at: this.#now(), ...verdict });
  }

  async #judge(expectation: Story['then'], name: string | undefined, at: string): Promise<void> {
    const caseNumber = await this.#caseNumber(name);
    const facts = await readFacts(this.theatre.models, caseNumber);
    const verdicts = judge(facts, expectation, this.#timeZone);
    const incidents = await this.theatre.incidents();
    const expected = expectation.incidents ?? 0;
    verdicts.push({
      expected: `incidents: ${expected}`,
      found: incidents.join('; ') || '0',
      holds: incidents.length === expected,
    });
    this.verdicts.push(...verdicts.map((verdict) => ({ at, ...verdict })));
  }

  #person(post: string): Person {
    const userId = `${this.story.locality}.${post}`;
    const person = this.#people.get(userId) ?? this.theatre.person(userId);
    this.#people.set(userId, person);

    return person;
  }

  /**
   * A case by the name its report gave; `like 2` is the second one opened because of the first (举一反三), `titled 月通报` the
   * newest with such a title, which the system registered by itself.
   */
  async #caseNumber(name = FIRST_CASE): Promise<string> {
    const title = /^titled (.+)$/.exec(name)?.[1];
    if (title !== undefined) {
      const { items } = await this.theatre.models.cases.list(
        { localities: [this.story.locality], text: title },
        '-registeredAt',
        { page: 1, limit: 1 },
      );
      for (const { _id } of items) this.cases.set(name, _id);
    }
    const like = /^like (\d+)$/.exec(name);
    if (like !== null) {
      const likeCases = await this.theatre.models.cases.likeCases(await this.#caseNumber());
      const found = likeCases[Number(like[1]) - 1]?._id;
      if (found !== undefined) this.cases.set(name, found);
    }
    const caseNumber = this.cases.get(name);
    if (caseNumber === undefined) throw new Error(`${this.#now()}: no case "${name}" was reported yet`);

    return caseNumber;
  }

  #now(): string {
    return localTime(this.theatre.clock.now(), this.#timeZone).slice(0, 16);
  }
}
