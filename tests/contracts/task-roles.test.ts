import { expect } from 'chai';
import { join } from 'node:path';
import { ROLE_TABLE } from '../../api/policies/role-table.js';
import type { Role } from '../../domain/unit.js';
import { extensionOf, textOf } from '../../procedures/diagram.js';
import { localityIds } from '../../procedures/localities.js';
import { readProcedureSet } from '../../procedures/procedure-set.js';
import { filesOf } from '../../procedures/resources.js';
import { menu } from '../../web/app/menu.js';
import { ROOT } from './source-files.js';

const bpmn = join(ROOT, 'bpmn');

/** Roles that user tasks are offered to: the last part of `<locality>/<unitId>/<role>`. */
async function offeredTo(): Promise<Role[]> {
  const sets = await Promise.all(localityIds(bpmn).map((id) => readProcedureSet(filesOf(id, bpmn))));
  const groups = sets
    .flatMap(({ diagrams }) => diagrams.flatMap(({ elements }) => elements))
    .map((element) => textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'candidateGroups') ?? '');
  const roles = groups.flatMap((group) => [...group.matchAll(/\/([a-z-]+)"/g)].map(([, role]) => role as Role));

  return [...new Set(roles)];
}

describe('Every role that a diagram offers a task to', () => {
  let roles: Role[];
  before(async () => (roles = await offeredTo()));

  it('is one of ours, and several are', () => {
    expect(roles.length).to.be.greaterThan(5);
    expect(roles.filter((role) => !Object.hasOwn(ROLE_TABLE, role))).to.deep.equal([]);
  });

  it('may work on tasks', () => {
    expect(roles.filter((role) => ROLE_TABLE[role]['work-on-task'] === undefined)).to.deep.equal([]);
  });

  it('finds them in its menu', () => {
    const inbox = menu.find(({ path }) => path === '/tasks');

    expect(roles.filter((role) => inbox?.roles.includes(role) !== true)).to.deep.equal([]);
  });
});
