import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect } from 'chai';
import { JOB_TYPES } from '../../procedures/job-catalog.js';
import { readProcedureSet } from '../../procedures/procedure-set.js';
import type { ProcedureFile } from '../../procedures/resources.js';
import { RULES } from '../../procedures/rules/rules.js';
import type { Finding } from '../../procedures/rules/rule.js';

const FOLDER = join(import.meta.dirname, 'rules');
const KINDS: Record<string, ProcedureFile['kind']> = { '.bpmn': 'diagram', '.dmn': 'table', '.form': 'form' };

/** What each rule finds in its `invalid` file, as `element: problem`. */
const FOUND: Record<string, readonly string[]> = {
  'readable-files': ['undefined: 文件读不出来'],
  'known-job-types': [
    'classify-case: 任务类型“clasify-case”不存在',
    'created: 任务类型“task-created”不存在',
    'nothing: 自动任务没有填写任务类型',
  ],
  'complete-user-tasks': [
    'not-native: 不是引擎原生的人工任务',
    'no-form: 没有绑定表单',
    'unknown-form: 表单“repli”不存在',
    'latest-form: 表单“reply”没有随本次部署绑定',
    'no-group: 没有指定经办岗位',
    'text-group: 经办岗位“clerk”不是列表',
    'no-due-date: 没有办理期限',
    'not-listened: 缺少任务监听 canceling → task-canceled',
  ],
  'caught-errors': ['take-case: 可能出现的差错 CASE_TAKEN 没有接住', 'never: 差错 NEVER_THROWN 在这里不会有人抛出'],
  'caught-escalations': [
    'exhausted: 可能出现的升级 SUPERVISION_EXHAUSTED 没有接住',
    'escalated: 升级 SUPERVISION_EXHAUSTD 在这里不会有人抛出',
  ],
  'bound-references': [
    'unknown-process: 流程“caled”不存在',
    'latest-process: 流程“called”没有随本次部署绑定',
    'any-process: 要调用的流程由表达式 =next 决定',
    'unknown-table: 决策表“roting”不存在',
    'latest-table: 决策表“routing”没有随本次部署绑定',
  ],
  'complete-messages': ['no-name: 等待的消息没有名称', 'no-key: 等待的消息没有关联键'],
  'known-variables': ['accepted-to-redone: 表达式“=resutl = "done"”用到的“resutl”没有来处'],
  'known-choices': ['unit: 选项来自未知的列表 "unit"', 'result: 没有任何选项'],
  'shown-components': ['map: 组件“iframe”页面不会显示'],
  'timed-timers': ['never: 定时事件没有写时间'],
  'own-starts': ['registered: 流程“other-case”由消息或定时自己开始，编号却不以“some-”开头'],
  'plain-ids': [
    'Activity_0x1y2z3: 编号“Activity_0x1y2z3”不是说得出意思的短横线小写',
    'recordContact: 编号“recordContact”不是说得出意思的短横线小写',
  ],
  'chinese-labels': ['handle: 没有中文名称', 'accepted: 没有中文名称', 'redone: 没有中文名称'],
  'no-scripts': ['compute: 用了脚本任务'],
  'complete-tables': ['routing: 没有写命中规则', 'routing: 没有兜底行（所有条件都为空的一行）'],
  'drawn-elements': [
    'undrawn: 图上没有画出来',
    'on-top: 与“一”叠在一起',
    'on-top-to-behind: 从“叠着”到“在左边”由右往左走',
  ],
  'clear-lines': [
    'one-down: 连线与“一→甲”的连线交叉',
    'two-down: 连线与“一→甲”的连线交叉',
    'one-down: 连线与“二→乙”的连线交叉',
    'two-down: 连线与“二→乙”的连线交叉',
    'one-down: 连线与“三→丙”的连线交叉',
    'two-down: 连线与“三→丙”的连线交叉',
    'three-across: 连线穿过“挡路”',
    'two-across: 文字压在“二→乙”上',
  ],
};

describe('A rule of a procedure', () => {
  for (const rule of RULES) {
    describe(rule.name, () => {
      it('says in one line what it keeps from going wrong', () => {
        expect(rule.why).to.match(/^\p{Script=Han}.{8,60}$/u);
      });

      it('finds nothing in a valid file', async () => {
        expect(await findings(rule.name, 'valid')).to.deep.equal([]);
      });

      it('finds what is wrong in an invalid one, and says what to do', async () => {
        const found = await findings(rule.name, 'invalid');

        expect(found.map(({ elementId, problem }) => `${String(elementId)}: ${problem}`)).to.have.length(
          FOUND[rule.name]!.length,
        );
        for (const [n, expected] of FOUND[rule.name]!.entries())
          expect(`${String(found[n]!.elementId)}: ${found[n]!.problem}`).to.contain(expected);
        for (const { remedy, file } of found) {
          expect(remedy).to.match(/\p{Script=Han}/u);
          expect(file).to.match(/\.(bpmn|dmn|form)$/);
        }
      });
    });
  }

  it('accepts a table without a catch-all row that says why', async () => {
    expect(await findings('complete-tables', 'explained')).to.deep.equal([]);
  });
});

async function findings(rule: string, kind: string): Promise<Finding[]> {
  const set = await readProcedureSet([...shared(rule), ...named(join(FOLDER, rule), kind)]);

  return RULES.find(({ name }) => name === rule)!.check(set, { jobTypes: JOB_TYPES });
}

/** The form and the table that all examples may use, and the process that some call. */
function shared(rule: string): ProcedureFile[] {
  const common = rule === 'complete-tables' ? [] : named(FOLDER, 'routing');

  return [...named(FOLDER, 'reply'), ...common, ...named(join(FOLDER, rule), 'called')];
}

function named(folder: string, base: string): ProcedureFile[] {
  if (!existsSync(folder)) return [];

  return readdirSync(folder)
    .filter((file) => file.startsWith(`${base}.`))
    .map((file) => ({
      name: `some/${file}`,
      kind: KINDS[extname(file)]!,
      content: readFileSync(join(folder, file), 'utf8'),
    }));
}
