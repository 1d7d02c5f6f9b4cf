import { stripVTControlCharacters } from 'node:util';

import { expect } from 'chai';

import { printTimeline } from '../../stories/print-timeline.js';
import type { TimelineEntry } from '../../stories/timeline.js';

const entry = (at: string, who: string, what: string, over: Partial<TimelineEntry> = {}): TimelineEntry => ({
  at,
  who,
  what,
  caseNumber: 'BC-20191221-0001',
  act: 'complete-task',
  detail: '',
  inner: false,
  ...over,
});

const printed = (entries: TimelineEntry[], notes: { at: string; text: string }[] = [], columns = 60) =>
  printTimeline(entries, notes, { manyCases: false, columns }).map((line) => stripVTControlCharacters(line));

describe('The printed timeline', () => {
  it('has a heading a day, and who, what and what was said below each other', () => {
    const lines = printed([
      entry('2019-12-21 09:06:00', '中兴热力承办人', '签收', { detail: '接单办理' }),
      entry('2019-12-22 10:03:00', '系统', '亮黄灯'),
    ]);

    expect(lines).to.deep.equal([
      '',
      '  2019-12-21 周六',
      '    09:06  ● 中兴热力承办人  签收    接单办理',
      '',
      '  2019-12-22 周日',
      '    10:03  · 系统            亮黄灯',
    ]);
  });

  it('leaves out what the machine notes for itself, and what parallel branches do alike', () => {
    const deadline = entry('2019-12-21 09:03:00', '系统', '算定期限', { detail: '至 12-21 11:03' });
    const lines = printed([deadline, deadline, entry('2019-12-21 09:04:00', '系统', '接件', { inner: true })]);

    expect(lines.slice(2)).to.deep.equal(['    09:03  · 系统  算定期限  至 12-21 11:03']);
  });

  it('puts the notes of the story before what happens at the same time', () => {
    const lines = printed(
      [entry('2019-03-06 10:00:00', '督办人', '会商记录'), entry('2019-03-04 09:00:00', '坐席', '登记')],
      [{ at: '2019-03-06 10:00', text: '第一次协调会：权属不清' }],
    );

    expect(lines.slice(-2)).to.deep.equal(['    10:00  ※ 第一次协调会：权属不清', '    10:00  ● 督办人  会商记录']);
  });

  it('folds what was said below itself', () => {
    const detail = '查明表后暗管渗漏，已更换；按规定核减漏损水量并退费，教会用户看表查漏。';
    const [first = '', ...rest] = printed([entry('2019-03-06 10:00:00', '承办人', '承办', { detail })]).slice(2);
    const column = first.indexOf('查明');

    expect(rest.length).to.be.greaterThan(0);
    expect(rest.every((line) => line.trim() !== '' && line.startsWith(' '.repeat(column)))).to.equal(true);
    expect([first.slice(column), ...rest.map((line) => line.trim())].join('')).to.equal(detail);
  });
});
