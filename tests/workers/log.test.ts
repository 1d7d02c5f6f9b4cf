import { Writable } from 'node:stream';

import { expect } from 'chai';

import { openLog } from '../../log.js';

const lines: string[] = [];
const sink = new Writable({
  write: (chunk: Buffer, _encoding, done) => {
    lines.push(chunk.toString());
    done();
  },
});

describe('the log of the workers', () => {
  it('keeps case number and job key and strikes out what is personal', () => {
    const log = openLog('trace', {}, sink);

    log.info({ caseNumber: 'TT-1', job: '7', caller: { name: '王小明' }, step: { text: '王小明停暖' } }, 'job done');
    log.error({ err: new Error('王小明 is no kind') }, 'failed');

    expect(lines.join('')).to.contain('"caseNumber":"TT-1","job":"7"');
    expect(lines.join('')).not.to.contain('王小明');
  });
});
