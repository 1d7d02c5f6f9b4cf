import type { Connection } from 'mongoose';

import { isDuplicate, modelOf, schemaOf } from './collection.js';

interface CounterDocument {
  /** What is counted, e.g. `case/BC/20191221`. */
  _id: string;
  value: number;
}

const schema = schemaOf<CounterDocument>('counters', { value: { type: Number, required: true } });

export const openCounters = (connection: Connection) => {
  const model = modelOf(connection, 'Counter', schema);
  const increase = (name: string) =>
    model
      .findOneAndUpdate({ _id: name }, { $inc: { value: 1 } }, { upsert: true, returnDocument: 'after' })
      .lean<CounterDocument>()
      .exec();

  return {
    /** The next number of this name, from 1. A crash may leave a number unused, none is given twice. */
    async next(name: string): Promise<number> {
      // Two first calls at once may both try to make the counter: the one that loses counts on.
      const counter = await increase(name).catch((error: unknown) => {
        if (isDuplicate(error)) return increase(name);
        throw error;
      });

      return counter.value;
    },
  };
};
export type Counters = ReturnType<typeof openCounters>;
