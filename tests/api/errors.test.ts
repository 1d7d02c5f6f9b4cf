import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import request from 'supertest';
import type { Problem } from '../../api/contract/problem.js';
import { problemCodes } from '../../api/problems/problem-table.js';
import { root } from '../support/throw-away.js';
import { openApiBench, report, strangersReport } from './workbench.js';

describe('a fault', () => {
  it('is a blank 500 whose reference stands in the log with what happened', async () => {
    const { log, lines } = recordingLog();
    const bench = await openApiBench({ log });
    await bench.deps.models.close();
    const answer = await request(bench.app)
      .post('/api/public/progress')
      .send({ caseNumber: 'LH-20200101-0001', code: 'SECRET22' });

    expect(answer.status).to.equal(500);
    const { code, reference, detail, errors } = answer.body as Problem;
    expect(code).to.equal('FAULT');
    expect(errors).to.deep.equal([]);
    expect(detail).to.contain(reference);
    expect(answer.text).not.to.match(/mongo|\.ts|at /i);
    const logged = lines().find((line) => line.includes(reference!));
    expect(logged).to.match(/mongo/i);
  });
});

describe('the log', () => {
  it('holds no body, no query value and no token', async () => {
    const { log, lines } = recordingLog();
    const bench = await openApiBench({ log });
    try {
      const agent = await bench.as('center.agent');
      await agent.get('/api/cases?text=张三丰').expect(200);
      await agent.post('/api/cases', report({ text: '' })).expect(422);
      await request(bench.app).post('/api/public/cases').send(strangersReport()).expect(201);
      await request(bench.app).post('/api/session').send({ userId: 'x', password: 'hunter2hunter2' });

      const text = lines().join('\n');
      expect(text).to.contain('/api/cases');
      for (const secret of ['张', '%E5%BC%A0', '13800138000', 'hunter2', 'Bearer', '人民路']) {
        expect(text, secret).not.to.contain(secret);
      }
    } finally {
      await bench.close();
    }
  });
});

describe('the table of problems', () => {
  it('has every code that a refusal or the engine may carry', () => {
    const codes = ['domain', 'commands', 'procedures', 'models', 'engine'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) => [...readFileSync(join(root, folder, file), 'utf8').matchAll(/readonly code = '(\w+)'/g)])
        .map(([, code]) => code!),
    );

    expect(codes.length).to.be.greaterThan(15);
    expect(codes.filter((code) => !problemCodes.has(code))).to.deep.equal([]);
  });
});

function recordingLog() {
  const chunks: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk.toString());
      done();
    },
  });

  return { log: pino({ level: 'debug' }, sink), lines: () => chunks };
}
