import type { Models } from '../models/open-models.js';
import { rowsOf, type World } from './list-rows.js';

/** Rows in one write. */
const BATCH = 1_000;

/** Writes the world's cases, each with its order and its task, past the models: as they are kept, and many at a time. */
export async function fillDatabase({ connection }: Pick<Models, 'connection'>, world: World): Promise<void> {
  const write = (name: string, rows: readonly object[]) =>
    connection.collection(name).insertMany([...rows] as never, { ordered: false });
  for (let first = 0; first < world.cases; first += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, world.cases - first) }, (_, n) => rowsOf(world, first + n));
    await write(
      'cases',
      rows.map((row) => row.case),
    );
    await write(
      'orders',
      rows.map(({ order }) => order),
    );
    await write(
      'tasks',
      rows.map(({ task }) => task),
    );
  }
}
