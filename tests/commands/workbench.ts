import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import pino, { type Logger } from 'pino';

import { pinnedClock, type PinnedClock } from '../../clock.js';
import type { Deps } from '../../commands/deps.js';
import type { Person } from '../../commands/person.js';
import { registerCase } from '../../commands/register-case.js';
import type { Engine } from '../../engine/engine.js';
import type { Job } from '../../engine/jobs.js';
import { openIdentity } from '../../models/identity.js';
import { openModels } from '../../models/open-models.js';
import { loadLocalities } from '../../procedures/localities.js';
import { openNotices } from '../../templates/render-notice.js';
import { openTemplates } from '../../templates/render.js';
import { testDatabase } from '../support/stack.js';
import { root } from '../support/throw-away.js';

export const silent = pino({ level: process.env['TEST_LOG'] ?? 'silent' });

/** Where the tests' own locality and diagram lie. */
export const places = join(root, 'tests/workers/places');

export const MORNING = new Date('2019-12-21T09:00:00+08:00');

/** A command that asks for the engine in a test without one fails with what it asked for. */
const noEngine = new Proxy({} as Engine, {
  get: (_, name) => () => Promise.reject(new Error(`this test has no engine for ${String(name)}`)),
});

/** What commands need, on a database of one's own, with the clock stopped in the morning. */
export async function testDeps(
  given: { engine?: Engine; log?: Logger; uri?: string } = {},
): Promise<Deps & { clock: PinnedClock }> {
  return {
    models: await openModels(given.uri ?? (await testDatabase())),
    engine: given.engine ?? noEngine,
    clock: pinnedClock(MORNING),
    localities: loadLocalities(places),
    render: openTemplates(join(root, 'templates')),
    renderNotice: openNotices(join(root, 'templates')),
    identity: openIdentity(randomBytes(32)),
    log: given.log ?? silent,
  };
}

/** What a caller reports unless a test says otherwise. */
export const REPORT = {
  locality: 'testtown',
  channel: 'phone',
  title: '供热管道爆裂',
  text: '幸福南大街41号楼前供热管道爆裂，全楼停暖。',
  caller: { name: '王小明', phone: '13800005678' },
  place: { unitId: 'city', address: '幸福南大街41号楼' },
};

export const AGENT: Person = person('center', 'agent');
export const CLERK: Person = person('heating', 'clerk');

/** Somebody of the test town. */
export function person(unitId: string, role: Person['roles'][number], suffix = ''): Person {
  return {
    userId: `testtown.${unitId}.${role}${suffix}`,
    name: `${unitId} ${role}${suffix}`,
    locality: 'testtown',
    unitId,
    roles: [role],
  };
}

/** A registered case; what is sent to the engine fails quietly where there is none. */
export async function registered(deps: Deps, changes: object = {}): Promise<string> {
  const report = { ...REPORT, ...changes };

  return (await registerCase(deps)(report, { userId: AGENT.userId, unitId: 'center', name: AGENT.name })).caseNumber;
}

let jobs = 0;

/** A job as the engine would give it, with a key of its own. */
export function job(type: string, changes: Partial<Job> = {}): Job {
  jobs += 1;

  return {
    key: `${process.pid}${jobs}`,
    type,
    caseNumber: undefined,
    processInstanceKey: '42',
    processDefinitionId: 'testtown-case',
    processDefinitionKey: '7',
    processDefinitionVersion: 1,
    elementId: type,
    elementInstanceKey: '1',
    headers: {},
    retries: 3,
    deadline: new Date(),
    userTask: undefined,
    ...changes,
  };
}
