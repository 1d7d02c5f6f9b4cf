import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'chai';
import { pino } from 'pino';

import { play } from '../../stories/play.js';
import type { Story } from '../../stories/story.js';
import { openTheatre, type Theatre } from '../../stories/theatre.js';

const procedures = join(import.meta.dirname, '../../bpmn');

/** A city that exists in no code: the folder of an existing one under another name. */
function foundCity(root: string): void {
  cpSync(join(procedures, 'shared'), join(root, 'shared'), { recursive: true });
  cpSync(join(procedures, 'baicheng'), join(root, 'newtown'), { recursive: true });
  rmSync(join(root, 'newtown', 'stories'), { recursive: true });
  const rename = (file: string, from: RegExp, to: string) =>
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
  rename(join(root, 'newtown', 'case.bpmn'), /baicheng-case/g, 'newtown-case');
  const data = JSON.parse(readFileSync(join(root, 'newtown', 'locality.json'), 'utf8')) as Record<string, unknown>;
  const numbering = data['numbering'] as Record<string, string>;
  const renamed = {
    ...data,
    id: 'newtown',
    name: '新城市',
    prefix: 'XC',
    numbering: { ...numbering, case: 'XC-{yyyymmdd}-{seq:4}' },
  };
  writeFileSync(join(root, 'newtown', 'locality.json'), JSON.stringify(renamed));
}

const story = (id: string, day: string): Story => ({
  id,
  title: '路灯不亮',
  locality: 'newtown',
  when: [
    {
      at: `${day} 09:00`,
      report: {
        by: 'center.agent',
        channel: 'phone',
        title: '小区凉亭漏雨',
        text: '凉亭顶漏雨，请维修。',
        caller: { name: '赵女士', phone: '13804360009' },
      },
    },
    {
      after: '5m',
      task: '受理分类',
      by: 'center.agent',
      form: { kind: 'help', category: 'facilities', urgency: 'normal', confidential: 'no', branch: 'handle' },
    },
    { after: '5m', task: '分办', by: 'center.agent', form: { mode: 'direct', unitId: 'housing' } },
  ],
  then: { stage: 'dispatched', orders: [{ unit: 'housing', state: 'issued' }] },
});

describe('A sixth locality', function () {
  this.timeout(240_000);
  let theatre: Theatre;
  const root = mkdtempSync(join(tmpdir(), 'huiyin-sixth-'));

  before(async () => {
    foundCity(root);
    const start = new Date('2026-03-02T08:00:00+08:00');
    theatre = await openTheatre({ folder: root, localities: ['newtown'], start, log: pino({ level: 'silent' }) });
  });
  after(async () => {
    await theatre.close();
    rmSync(root, { recursive: true });
  });

  it('is a folder: its case runs with no line of TypeScript', async () => {
    const played = await play(story('N1', '2026-03-02'), theatre);
    expect(played.stopped).to.equal(undefined);
    expect(played.verdicts.filter((verdict) => !verdict.holds)).to.deep.equal([]);
    expect(played.cases.get('case')).to.match(/^XC-20260302-/);
  });

  it('changes a deadline in its table, and the next case has it while the one before keeps its own', async () => {
    const table = join(root, 'newtown', 'deadline.dmn');
    const before = readFileSync(table, 'utf8');
    const [first] = (await theatre.models.orders.ofCase('XC-20260302-0001')).map((order) => order.dueAt);
    writeFileSync(table, before.replaceAll('&#34;3d&#34;', '&#34;1d&#34;'));
    expect(readFileSync(table, 'utf8')).to.not.equal(before);
    await theatre.publish('newtown');
    const played = await play(story('N2', '2026-03-03'), theatre);
    expect(played.stopped).to.equal(undefined);
    const [order] = await theatre.models.orders.ofCase(played.cases.get('case') ?? '');
    const hours = (order!.dueAt!.getTime() - order!.issuedAt.getTime()) / 3_600_000;
    expect(hours).to.equal(24);
    expect((await theatre.models.orders.ofCase('XC-20260302-0001'))[0]?.dueAt).to.deep.equal(first);
  });
});
