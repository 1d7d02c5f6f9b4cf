import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { RULES } from '../../procedures/rules/rules.js';
import { ROOT } from './source-files.js';

describe('The page of rules', () => {
  it('has each rule with what it keeps from going wrong, and no other', () => {
    const page = readFileSync(join(ROOT, 'docs/procedure-rules.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (.+?) +\|$/gm)].map(([, name, why]) => `${name!}: ${why!}`);

    expect(rows).to.have.members(RULES.map(({ name, why }) => `${name}: ${why}`));
  });
});
