import { diagramRule } from './rule.js';

const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const plainIds = diagramRule(
  'plain-ids',
  '编号出现在记录、统计和迁移里，建模工具随手起的编号以后谁也认不出',
  function* ({ elements, processes }) {
    for (const element of [...processes, ...elements]) {
      if (element.$type === 'bpmn:SequenceFlow') continue;
      if (!KEBAB_CASE.test(element.id))
        yield {
          element,
          problem: `编号“${element.id}”不是说得出意思的短横线小写`,
          remedy: '改成英文小写加短横线，如 sign-order',
        };
    }
  },
);
