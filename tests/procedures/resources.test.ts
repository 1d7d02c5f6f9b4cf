import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { filesOf, hashOf } from '../../procedures/resources.js';

describe('The files of a deployment', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'procedures-'));
    write('shared/call-back.bpmn', 'shared call-back');
    write('shared/sign.form', 'shared sign');
    write('smallville/case.bpmn', 'case');
    write('smallville/sign.form', 'own sign');
    write('smallville/locality.json', '{}');
    write('smallville/stories/A.yaml', 'id: A');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (path: string, content: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  };

  it('are the locality’s own and the shared ones it does not override by name', () => {
    expect(filesOf('smallville', root).map(({ name, kind }) => `${kind} ${name}`)).to.deep.equal([
      'diagram shared/call-back.bpmn',
      'diagram smallville/case.bpmn',
      'form smallville/sign.form',
    ]);
  });

  it('have the same hash as long as names and contents are the same', () => {
    const before = hashOf(filesOf('smallville', root));
    write('smallville/stories/B.yaml', 'id: B');
    write('smallville/case.bpmn', 'case');
    expect(hashOf(filesOf('smallville', root))).to.equal(before);

    write('shared/call-back.bpmn', 'another call-back');
    expect(hashOf(filesOf('smallville', root))).not.to.equal(before);
  });

  it('are none for a locality without a folder, but what is shared', () => {
    expect(filesOf('atlantis', root).map(({ name }) => name)).to.deep.equal([
      'shared/call-back.bpmn',
      'shared/sign.form',
    ]);
  });
});
