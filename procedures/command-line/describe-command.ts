import { localityIds } from '../localities.js';
import { overview } from '../overview.js';
import { readProcedureSet } from '../procedure-set.js';
import { filesOf } from '../resources.js';

/** Prints what the diagrams of all localities hold, as a page of tables. */
export async function describeCommand(root: string): Promise<number> {
  console.log(overview(await Promise.all(localityIds(root).map((id) => readProcedureSet(filesOf(id, root))))));

  return 0;
}
