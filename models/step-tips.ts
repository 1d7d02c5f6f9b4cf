/** The end of a case's chain of steps. */
export interface StepTip {
  number: number;
  hash: string;
}

const KEPT = 10_000;

/**
 * Ends of the chains this process wrote to last, so that the next step needs no reading; and whose turn it is to write,
 * so that branches of one case do not take each other's number. Another process may have gone on: the unique index tells.
 */
export class StepTips {
  readonly #tips = new Map<string, StepTip>();
  readonly #turns = new Map<string, Promise<unknown>>();

  get(caseNumber: string): StepTip | undefined {
    return this.#tips.get(caseNumber);
  }

  /** Keeps the cases that were written to last. */
  set(caseNumber: string, tip: StepTip): void {
    this.#tips.delete(caseNumber);
    this.#tips.set(caseNumber, tip);
    for (const oldest of this.#tips.keys()) {
      if (this.#tips.size <= KEPT) break;
      this.#tips.delete(oldest);
    }
  }

  forget(caseNumber: string): void {
    this.#tips.delete(caseNumber);
  }

  /** Runs the writing after all that was asked for this case before. */
  async inTurn<Answer>(caseNumber: string, write: () => Promise<Answer>): Promise<Answer> {
    const before = this.#turns.get(caseNumber) ?? Promise.resolve();
    const mine = before.then(write, write);
    this.#turns.set(caseNumber, mine);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(caseNumber) === mine) this.#turns.delete(caseNumber);
    }
  }
}
