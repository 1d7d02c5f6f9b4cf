import { extensionOf, textOf } from '../diagram.js';
import { diagramRule } from './rule.js';

export const knownJobTypes = diagramRule(
  'known-job-types',
  '系统没有的自动任务类型永远等不到执行',
  function* ({ elements }, _set, { jobTypes }) {
    for (const element of elements) {
      const definition = extensionOf(element, 'zeebe:TaskDefinition');
      if (definition === undefined && element.$type !== 'bpmn:ServiceTask') continue;
      const type = textOf(definition, 'type');
      if (type === undefined) {
        yield { element, problem: '自动任务没有填写任务类型', remedy: '在“任务定义”中选择一个任务类型' };
      } else if (jobTypes[type] === undefined || jobTypes[type].listener === true) {
        const names = Object.keys(jobTypes).filter((name) => jobTypes[name]?.listener !== true);
        yield { element, problem: `任务类型“${type}”不存在`, remedy: `改为以下之一：${names.join('、')}` };
      }
    }
  },
);
