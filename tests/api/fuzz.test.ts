import { expect } from 'chai';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ROLES } from '../../domain/unit.js';
import { runProgram } from '../../local/run-program.js';
import { say, throwAwayFolder } from '../support/throw-away.js';
import { findSchemathesis } from './schemathesis.js';
import { openEngineBench, startSession, type ApiBench } from './workbench.js';

/** Requests for each operation, valid ones and broken ones. */
const examples = 8;

/** What every answer to any request must be; faults (5xx) above all. */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'allow_header_conformance',
];

describe('requests that nobody thought of', () => {
  it('meet no fault and get the answers that the API page promises', async function () {
    this.timeout(600_000);
    const program = await findSchemathesis();
    if (typeof program !== 'string') {
      say(`skipped: ${program.reason}`);

      return this.skip();
    }
    const bench = await openEngineBench();
    const server = createServer(bench.app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const { code, output } = await run(program, url, await tokenOfAllRoles(bench));
      expect(code, output).to.equal(0);
    } finally {
      server.closeAllConnections();
      server.close();
      await bench.close();
    }
  });
});

async function run(program: string, url: string, token: string) {
  const options = [
    ...['--header', `Authorization: Bearer ${token}`, '--checks', checks.join(','), '--seed', '1', '--no-color'],
    ...['--max-examples', String(examples), '--phases', 'coverage,fuzzing', '--warnings', 'off'],
    // Signing out would end the session that all other requests need.
    ...['--exclude-operation-id', 'signOut', '--exclude-operation-id', 'changePassword'],
    // Streams of events have no end of their own.
    ...['--exclude-operation-id', 'followBoard', '--exclude-operation-id', 'followTasks'],
  ];

  return runProgram(program, ['-m', 'schemathesis.cli', 'run', `${url}/api/openapi.json`, ...options], {
    cwd: await throwAwayFolder('schemathesis'),
    env: process.env,
    limit: 540_000,
  });
}

/** One person with every role, so that requests get past the question who may. */
async function tokenOfAllRoles({ deps }: ApiBench): Promise<string> {
  const [userId, locality] = ['linhe.everything', 'linhe'];
  await deps.models.users.insert({
    _id: userId,
    name: '多岗',
    locality,
    unitId: 'housing',
    roles: [...ROLES],
    disabled: false,
  });

  return startSession(deps, userId);
}
