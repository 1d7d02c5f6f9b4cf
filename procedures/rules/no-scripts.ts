import { extensionOf } from '../diagram.js';
import { diagramRule } from './rule.js';

export const noScripts = diagramRule(
  'no-scripts',
  '藏在脚本里的规则，流程负责人看不见也改不了',
  function* ({ elements }) {
    for (const element of elements) {
      if (element.$type === 'bpmn:ScriptTask' || extensionOf(element, 'zeebe:Script') !== undefined)
        yield { element, problem: '用了脚本任务', remedy: '改用决策表、表达式（输入输出映射）或已有的自动任务' };
    }
  },
);
