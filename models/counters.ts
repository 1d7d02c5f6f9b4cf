import type { Connection } from 'mongoose';

import { isDuplicate, modelOf, schemaOf } from './collection.js';

interface CounterDocument {
  /** What is counted, e.g. `case/BC/20191221`. */
  _id: string;
  value: number;
}

const schema = schemaOf<CounterDocument>('counters', { value: { type: Number, required: true } });

const ATTEMPTS = 50;

export const openCounters = (connection: Connection) => {
  const model = modelOf(connection, 'Counter', schema);
  const increase = (name: string) =>
    model
      .findOneAndUpdate({ _id: name }, { $inc: { value: 1 } }, { upsert: true, returnDocument: 'after' })
      .lean<CounterDocument | null>()
      .exec();

  return {
    /** The next number of this name, from 1. A crash may leave a number unused, none is given twice. */
    async next(name: string): Promise<number> {
      // First calls at once may all try to make the counter: those that lose are refused, or told nothing, and count on.
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const counter = await increase(name).catch((error: unknown) => {
          if (isDuplicate(error)) return null;
          throw error;
        });
        if (counter !== null) return counter.value;
      }
      throw new Error(`the counter ${name} gave no number in ${ATTEMPTS} attempts`);
    },
  };
};
export type Counters = ReturnType<typeof openCounters>;
