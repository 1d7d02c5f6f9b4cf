import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'chai';

import { readStories, readStory, StoryFileError } from '../../stories/story.js';

describe('A story file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-stories-'));
  const file = join(folder, 'X1.yaml');
  const read = (yaml: string) => {
    writeFileSync(file, yaml);

    return readStory(file);
  };
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('is read with its moments', () => {
    const story = read(
      'id: X1\ntitle: one\nlocality: somewhere\nwhen:\n  - { at: 2024-01-02 09:00, report: { channel: phone } }\nthen: { stage: closed }\n',
    );
    expect(story.when[0]?.report).to.deep.equal({ channel: 'phone' });
  });

  it('with an unknown word is refused, naming place and word', () => {
    const yaml = 'id: X1\ntitle: one\nlocality: somewhere\nwhen:\n  - { at: 2024-01-02 09:00, expekt: {} }\nthen: {}\n';
    expect(() => read(yaml)).to.throw(StoryFileError, 'when[0]: unknown key "expekt"');
  });

  it('with two acts in one moment, or a task by nobody, or no first time, is refused with all its faults', () => {
    const yaml = 'id: X1\ntitle: one\nlocality: somewhere\nwhen:\n  - { task: 签收, report: {} }\nthen: {}\n';
    expect(() => read(yaml)).to.throw(StoryFileError, /needs "at"[^]*more than one of[^]*needs "by"/);
  });

  it('that is no YAML is refused with the place of the fault', () => {
    expect(() => read('id: [')).to.throw(StoryFileError, /line 1/);
  });
});

describe('The stories of all localities', () => {
  it('stand in the order of their time, so that one clock can only go forward, and no id comes twice', () => {
    const stories = readStories(join(import.meta.dirname, '../../bpmn'));
    const starts = stories.map((story) => story.when[0]?.at ?? '');
    expect(starts).to.deep.equal([...starts].sort());
    expect(new Set(stories.map(({ id }) => id)).size).to.equal(stories.length);
  });

  it('hold all sixteen cases of the sources', () => {
    const ids = readStories(join(import.meta.dirname, '../../bpmn')).map(({ id }) => id);
    const cases = 'B1 B2 B3 B4 Z1 Z2 Z3 H1 H2 F1 F2 J1 J2 J3 J4 J5'.split(' ');
    expect(ids).to.include.members(cases);
  });
});
