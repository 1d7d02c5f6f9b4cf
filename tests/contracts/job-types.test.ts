import { basename } from 'node:path';
import { expect } from 'chai';
import { JOB_TYPES } from '../../procedures/job-catalog.js';
import { JOB_TYPES as STARTED } from '../../workers/all.js';
import { sourceFiles } from './source-files.js';

const WORKER = /\bworker\(\s*'([a-z-]+)'/;
const workers = sourceFiles(['workers']).flatMap(({ path, text }) => {
  const type = WORKER.exec(text)?.[1];

  return type === undefined ? [] : [{ type, file: basename(path, '.ts'), text }];
});

describe('Every job type', () => {
  it('that a diagram may name has a worker, and back', () => {
    expect(workers.map(({ type }) => type)).to.have.members(Object.keys(JOB_TYPES));
  });

  it('is the name of its worker’s file and function', () => {
    for (const { type, file, text } of workers) {
      const camelCase = type.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
      expect(file).to.equal(type);
      expect(text, file).to.match(new RegExp(`export (const|function) ${camelCase}\\b`));
    }
  });

  it('is started with all the others', () => {
    expect([...STARTED]).to.have.members(Object.keys(JOB_TYPES));
  });
});
