import { localityIds } from '../localities.js';
import { loadLocality } from '../load-locality.js';
import { filesOf, type ResourceKind } from '../resources.js';
import { join } from 'node:path';

/** Prints each locality with what one deployment of it holds. */
export function listCommand(root: string): number {
  for (const id of localityIds(root)) {
    const { name, hotline, network } = loadLocality(join(root, id));
    const files = filesOf(id, root);
    const count = (kind: ResourceKind) => files.filter((file) => file.kind === kind).length;
    console.log(
      `${id} ${name} ${hotline.name}（${hotline.number}）：单位 ${network.units.length} 个，流程图 ${count('diagram')} 张，决策表 ${count('table')} 张，表单 ${count('form')} 张`,
    );
  }

  return 0;
}
