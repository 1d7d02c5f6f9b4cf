import { eventDefinitionOf, extensionOf, listOf, textOf, type Element } from '../diagram.js';
import { variablesOf } from '../expression.js';
import { START_VARIABLES } from '../job-catalog.js';
import { keyOf, type FormComponent } from '../../forms/schema.js';
import { fieldsOf, type ProcedureSet } from '../procedure-set.js';
import { diagramRule, type Known } from './rule.js';

/** What an expression may always name: the item of a condition, the running number of a multi-instance. */
const ALWAYS = ['item', 'loopCounter'];

export const knownVariables = diagramRule(
  'known-variables',
  '条件里写错一个变量名，案件就会悄悄走错路',
  function* ({ elements }, set, known) {
    const names = knownNames(set, known);
    for (const element of elements) {
      for (const expression of expressionsOf(element)) {
        for (const name of variablesOf(expression).filter((one) => !names.has(one) && !isOptional(one, expression)))
          yield {
            element,
            problem: `表达式“${expression}”用到的“${name}”没有来处`,
            remedy: '核对拼写：它应是某张表单的字段、某个自动任务的结果、决策表的输出或映射得到的变量',
          };
      }
    }
  },
);

/** Expressions that decide where a case goes, who gets it, and when. */
function expressionsOf(element: Element): string[] {
  const timer = eventDefinitionOf(element);
  const loop = element['loopCharacteristics'] as Element | undefined;
  const texts = [
    textOf(element['conditionExpression'] as Element | undefined, 'body'),
    textOf(extensionOf(element, 'zeebe:AssignmentDefinition'), 'candidateGroups'),
    textOf(extensionOf(element, 'zeebe:TaskSchedule'), 'dueDate'),
    ...['timeDate', 'timeDuration', 'timeCycle'].map((kind) => textOf(timer?.[kind] as Element | undefined, 'body')),
    loop === undefined ? undefined : textOf(extensionOf(loop, 'zeebe:LoopCharacteristics'), 'inputCollection'),
    loop === undefined ? undefined : textOf(loop['completionCondition'] as Element | undefined, 'body'),
  ];

  return texts.filter((text) => text !== undefined && text.startsWith('=')) as string[];
}

/** An expression that says what holds without the variable lets a caller leave it out. */
function isOptional(name: string, expression: string): boolean {
  return new RegExp(`\\b${name}\\s*!?=\\s*null\\b`).test(expression);
}

/** All variables that something in the deployment sets. */
function knownNames(set: ProcedureSet, { jobTypes }: Known): ReadonlySet<string> {
  const elements = set.diagrams.flatMap((diagram) => diagram.elements);

  return new Set([
    ...ALWAYS,
    ...START_VARIABLES,
    ...set.forms.flatMap(({ components }) => keysOf(components)),
    ...elements.flatMap((element) => setBy(element, jobTypes)),
  ]);
}

function setBy(element: Element, jobTypes: Known['jobTypes']): string[] {
  const mapping = extensionOf(element, 'zeebe:IoMapping');
  const targets = [...listOf(mapping?.['inputParameters']), ...listOf(mapping?.['outputParameters'])].map(
    (one) => textOf(one, 'target')?.split('.')[0],
  );
  const loop = element['loopCharacteristics'] as Element | undefined;
  const loopDefinition = loop === undefined ? undefined : extensionOf(loop, 'zeebe:LoopCharacteristics');
  const names = [
    ...targets,
    textOf(extensionOf(element, 'zeebe:CalledDecision'), 'resultVariable'),
    textOf(loopDefinition, 'inputElement'),
    textOf(loopDefinition, 'outputCollection'),
    ...(jobTypes[textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'type') ?? '']?.sets ?? []),
  ];

  return names.filter((name) => name !== undefined);
}

function keysOf(components: readonly FormComponent[]): string[] {
  return fieldsOf(components).flatMap((field) => keyOf(field)?.split('.')[0] ?? []);
}
