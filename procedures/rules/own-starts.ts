import { eventDefinitionOf, listOf, type Element } from '../diagram.js';
import { diagramRule } from './rule.js';

const SELF_STARTING = ['bpmn:MessageEventDefinition', 'bpmn:TimerEventDefinition'];

export const ownStarts = diagramRule(
  'own-starts',
  '照抄别处的流程没有改编号，会顶掉别处同名的流程，定时和来件都乱了',
  function* ({ file, processes }) {
    const folder = file.split('/')[0] ?? '';
    for (const process of processes) {
      const starts = listOf(process['flowElements']).find(beginsByItself);
      if (starts === undefined || process.id.startsWith(`${folder}-`)) continue;
      yield {
        element: starts,
        problem: `流程“${process.id}”由消息或定时自己开始，编号却不以“${folder}-”开头`,
        remedy: `把流程编号改成“${folder}-”开头；公用的流程只能被调用，不能自己开始`,
      };
    }
  },
);

const beginsByItself = (element: Element): boolean =>
  element.$type === 'bpmn:StartEvent' && SELF_STARTING.includes(eventDefinitionOf(element)?.$type ?? '');
