import { extensionOf, listOf, textOf, type Element } from '../diagram.js';
import type { ProcedureSet } from '../procedure-set.js';
import { diagramRule, type Fault } from './rule.js';

/** Listeners that keep the task list of the handlers true. */
const LISTENERS = {
  creating: 'task-created',
  assigning: 'task-assigned',
  completing: 'task-completed',
  canceling: 'task-canceled',
} as const;

export const completeUserTasks = diagramRule(
  'complete-user-tasks',
  '人工任务缺表单、经办岗位、期限或监听，就会没人看到、没人催办',
  function* ({ elements }, set) {
    for (const element of elements.filter(({ $type }) => $type === 'bpmn:UserTask')) {
      if (extensionOf(element, 'zeebe:UserTask') === undefined)
        yield { element, problem: '不是引擎原生的人工任务', remedy: '在“实现方式”中选择“Camunda user task”' };
      yield* formFaults(element, set);
      yield* groupFaults(element);
      if (textOf(extensionOf(element, 'zeebe:TaskSchedule'), 'dueDate') === undefined)
        yield { element, problem: '没有办理期限', remedy: '在“到期时间”中填写表达式，如 =dueAt' };
      yield* listenerFaults(element);
    }
  },
);

function* formFaults(element: Element, { forms }: ProcedureSet): Generator<Fault> {
  const definition = extensionOf(element, 'zeebe:FormDefinition');
  const formId = textOf(definition, 'formId');
  if (formId === undefined) {
    yield { element, problem: '没有绑定表单', remedy: '在“表单”中填写表单编号，并随流程一起部署' };

    return;
  }
  if (textOf(definition, 'bindingType') !== 'deployment')
    yield {
      element,
      problem: `表单“${formId}”没有随本次部署绑定`,
      remedy: '绑定方式选“deployment”，使在办件保持原表单',
    };
  if (!forms.some(({ id }) => id === formId)) {
    const known = forms.map(({ id }) => id).join('、');
    yield { element, problem: `表单“${formId}”不存在`, remedy: `新建 ${formId}.form，或改用：${known}` };
  }
}

function* groupFaults(element: Element): Generator<Fault> {
  const groups = textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'candidateGroups');
  if (groups === undefined || !/^=\s*(\[|for |if |concatenate\()/.test(groups))
    yield {
      element,
      problem: groups === undefined ? '没有指定经办岗位' : `经办岗位“${groups}”不是列表`,
      remedy: '在“候选组”中填写列表，如 =[locality + "/" + unitId + "/clerk"]',
    };
}

function* listenerFaults(element: Element): Generator<Fault> {
  const listeners = listOf(extensionOf(element, 'zeebe:TaskListeners')?.['listeners']);
  for (const [event, type] of Object.entries(LISTENERS)) {
    const found = listeners.some((one) => one['eventType'] === event && one['type'] === type);
    if (!found)
      yield {
        element,
        problem: `缺少任务监听 ${event} → ${type}`,
        remedy: `在“任务监听”中加上 ${event}，类型填 ${type}`,
      };
  }
}
