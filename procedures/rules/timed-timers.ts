import { eventDefinitionOf, textOf, type Element } from '../diagram.js';
import { diagramRule } from './rule.js';

export const timedTimers = diagramRule('timed-timers', '没有写时间的定时事件永远不会响', function* ({ elements }) {
  for (const element of elements) {
    const definition = eventDefinitionOf(element);
    if (definition?.$type !== 'bpmn:TimerEventDefinition') continue;
    const kinds = ['timeDate', 'timeDuration', 'timeCycle'];
    const body = kinds
      .map((kind) => textOf(definition[kind] as Element | undefined, 'body'))
      .find((text) => text !== undefined);
    if (body === undefined)
      yield { element, problem: '定时事件没有写时间', remedy: '填写到期时刻或时长，如 =date and time(dueAt)、PT20M' };
  }
});
