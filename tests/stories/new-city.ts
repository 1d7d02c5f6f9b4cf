import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Story } from '../../stories/story.js';

const procedures = join(import.meta.dirname, '../../bpmn');

/** A city that exists in no code: the folder of an existing one under another name. */
export function foundCity(root: string): void {
  cpSync(join(procedures, 'shared'), join(root, 'shared'), { recursive: true });
  cpSync(join(procedures, 'baicheng'), join(root, 'newtown'), { recursive: true });
  rmSync(join(root, 'newtown', 'stories'), { recursive: true });
  const rename = (file: string, from: RegExp, to: string) =>
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
  for (const diagram of ['case.bpmn', 'regular-report.bpmn'])
    rename(join(root, 'newtown', diagram), /baicheng-/g, 'newtown-');
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

/** A call about a pavilion, sent to the housing department. */
export const story = (id: string, day: string): Story => ({
  id,
  title: '小区凉亭漏雨',
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
