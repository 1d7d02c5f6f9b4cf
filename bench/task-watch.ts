import { setTimeout as wait } from 'node:timers/promises';

import mongoose, { type Connection } from 'mongoose';

const LOOK_EVERY_MS = 10;
const PATIENCE_MS = 60_000;

/** Sees tasks appear in the database: one look for all who wait, so that looking does not become the load. */
export class TaskWatch {
  readonly #waiting = new Map<string, () => void>();
  #looking = false;

  private constructor(private readonly connection: Connection) {}

  static async open(mongodbUri: string): Promise<TaskWatch> {
    return new TaskWatch(await mongoose.createConnection(mongodbUri).asPromise());
  }

  close(): Promise<void> {
    this.#waiting.clear();

    return this.connection.close();
  }

  /** Resolves when the case has a row in `tasks`, ten milliseconds late at most. Thrown Error after a minute. */
  async taskOf(caseNumber: string): Promise<void> {
    const limit = AbortSignal.timeout(PATIENCE_MS);
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        this.#waiting.delete(caseNumber);
        reject(new Error(`case ${caseNumber} had no task within ${PATIENCE_MS / 1_000} s`));
      };
      limit.addEventListener('abort', giveUp, { once: true });
      const seen = () => {
        limit.removeEventListener('abort', giveUp);
        resolve();
      };
      this.#waiting.set(caseNumber, seen);
      if (!this.#looking) this.#look().catch(reject);
    });
  }

  async #look(): Promise<void> {
    this.#looking = true;
    while (this.#waiting.size > 0) {
      const rows = await this.connection
        .collection<{ caseNumber: string }>('tasks')
        .find({ caseNumber: { $in: [...this.#waiting.keys()] } }, { projection: { caseNumber: 1 } })
        .toArray();
      for (const { caseNumber } of rows) {
        this.#waiting.get(caseNumber)?.();
        this.#waiting.delete(caseNumber);
      }
      await wait(LOOK_EVERY_MS);
    }
    this.#looking = false;
  }
}
