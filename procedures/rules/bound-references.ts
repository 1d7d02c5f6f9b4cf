import { extensionOf, textOf, type Element } from '../diagram.js';
import { diagramRule, type Fault } from './rule.js';

export const boundReferences = diagramRule(
  'bound-references',
  '调用的流程和决策表要在同一次部署里，在办件才能一直用开始时的那一份',
  function* ({ elements }, { diagrams, tables }) {
    const processes = diagrams.flatMap((diagram) => diagram.processes.map(({ id }) => id));
    const decisions = tables.flatMap((table) => table.decisions.map(({ id }) => id));
    for (const element of elements) {
      if (element.$type === 'bpmn:CallActivity')
        yield* faults(element, 'zeebe:CalledElement', 'processId', '流程', processes);
      if (extensionOf(element, 'zeebe:CalledDecision') !== undefined)
        yield* faults(element, 'zeebe:CalledDecision', 'decisionId', '决策表', decisions);
    }
  },
);

function* faults(
  element: Element,
  type: string,
  property: string,
  word: string,
  known: readonly string[],
): Generator<Fault> {
  const reference = extensionOf(element, type);
  const id = textOf(reference, property);
  if (id === undefined) {
    yield { element, problem: `没有填写要调用的${word}`, remedy: `填写以下之一：${known.join('、')}` };

    return;
  }
  if (id.startsWith('='))
    yield { element, problem: `要调用的${word}由表达式 ${id} 决定`, remedy: `写明${word}的编号，才能随部署一起固定` };
  else if (!known.includes(id))
    yield { element, problem: `${word}“${id}”不存在`, remedy: `新建它，或改用：${known.join('、')}` };
  if (textOf(reference, 'bindingType') !== 'deployment')
    yield { element, problem: `${word}“${id}”没有随本次部署绑定`, remedy: '绑定方式选“deployment”' };
}
