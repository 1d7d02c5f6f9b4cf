import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { localityIds } from '../../procedures/localities.js';
import { overview } from '../../procedures/overview.js';
import { readProcedureSet } from '../../procedures/procedure-set.js';
import { filesOf } from '../../procedures/resources.js';
import { ROOT } from './source-files.js';

describe('The page of procedures', () => {
  it('tells what the diagrams hold now (npm run procedures -- describe > docs/procedures.md)', async () => {
    const root = join(ROOT, 'bpmn');
    const sets = await Promise.all(localityIds(root).map((id) => readProcedureSet(filesOf(id, root))));

    expect(readFileSync(join(ROOT, 'docs/procedures.md'), 'utf8')).to.equal(`${overview(sets)}\n`);
  });
});
