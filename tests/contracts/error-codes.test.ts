import { expect } from 'chai';
import { JOB_TYPES } from '../../procedures/job-catalog.js';
import { sourceFiles } from './source-files.js';

/** Refusals of what somebody asks of the API: no job answers with them, no diagram catches them. */
const ASKED = [
  'ATTACHMENT_UNKNOWN',
  'BAD_INPUT',
  'CASE_CLOSED',
  'CASE_UNKNOWN',
  'DISCLOSURE_REFUSED',
  'LOCALITY_UNKNOWN',
  'NOTHING_TO_PUBLISH',
  'ORDER_UNKNOWN',
  'PHONE_INVALID',
  'RATING_REFUSED',
  'RECALL_REFUSED',
  'REOPEN_REFUSED',
  'TAG_TAKEN',
  'TASK_NOT_FOUND',
  'TASK_NOT_OPEN',
  'TASK_NOT_YOURS',
  'WITHDRAWAL_REFUSED',
  'WRONG_INPUT',
];

const codes = sourceFiles(['commands', 'domain', 'procedures']).flatMap(({ text }) =>
  [...text.matchAll(/readonly code = '([A-Z_]+)'/g)].map(([, code]) => code!),
);
const thrown = Object.values(JOB_TYPES).flatMap(({ throws }) => throws ?? []);

describe('Every error code', () => {
  it('that a job may throw is the code of a refusal', () => {
    expect(codes).to.include.members(thrown);
  });

  it('of a refusal is thrown by a job, so that diagrams catch it, or answers a request', () => {
    expect([...ASKED, ...thrown]).to.include.members(codes);
  });

  it('has one class', () => {
    expect(codes.filter((code, n) => codes.indexOf(code) < n)).to.deep.equal([]);
  });
});
