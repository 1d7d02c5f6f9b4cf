import { eventDefinitionOf, extensionOf, textOf, type Element } from '../diagram.js';
import { diagramRule } from './rule.js';

export const completeMessages = diagramRule(
  'complete-messages',
  '消息没有名称或关联键，就送不到正在等它的那一件',
  function* ({ elements }) {
    for (const element of elements) {
      const definition = element.$type === 'bpmn:ReceiveTask' ? element : eventDefinitionOf(element);
      const isMessage = element.$type === 'bpmn:ReceiveTask' || definition?.$type === 'bpmn:MessageEventDefinition';
      if (!isMessage || isThrow(element)) continue;
      const message = definition?.['messageRef'] as Element | undefined;
      if (textOf(message, 'name') === undefined)
        yield { element, problem: '等待的消息没有名称', remedy: '在“消息”中填写名称' };
      const key =
        message === undefined ? undefined : textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey');
      if (key === undefined && !isStartOfProcess(element))
        yield { element, problem: '等待的消息没有关联键', remedy: '填写关联键，如 =caseNumber 或 =orderId' };
    }
  },
);

function isThrow({ $type }: Element): boolean {
  return $type === 'bpmn:IntermediateThrowEvent' || $type === 'bpmn:EndEvent';
}

/** A message that starts a process has nothing yet to correlate with. */
function isStartOfProcess(element: Element): boolean {
  return element.$type === 'bpmn:StartEvent' && element.$parent?.$type === 'bpmn:Process';
}
