interface Kept<T> {
  readonly answer: Promise<T>;
  /** Not yet while it is being worked out, milliseconds since 1970. */
  since?: number;
}

/** Answers that cost much: each question is worked out once at a time, for all who ask it, and its answer kept for a while. */
export class KeptAnswers<T> {
  readonly #kept = new Map<string, Kept<T>>();

  constructor(
    private readonly clock: { now(): Date },
    private readonly keepMs: number,
  ) {}

  /** A failure is told to all who wait for it and not kept. */
  ask(question: string, workOut: () => Promise<T>): Promise<T> {
    this.#forget();
    const known = this.#kept.get(question);
    if (known !== undefined) return known.answer;
    const kept: Kept<T> = { answer: workOut() };
    this.#kept.set(question, kept);
    kept.answer.then(
      () => (kept.since = this.#now()),
      () => this.#kept.delete(question),
    );

    return kept.answer;
  }

  /** What is too old, and what lies in the future since the clock was set back. */
  #forget(): void {
    const now = this.#now();
    for (const [question, { since = now }] of this.#kept)
      if (since > now || since + this.keepMs <= now) this.#kept.delete(question);
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
