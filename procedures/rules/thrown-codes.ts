import { eventDefinitionOf, extensionOf, listOf, processOf, textOf, type Diagram, type Element } from '../diagram.js';
import type { ProcedureSet } from '../procedure-set.js';
import type { Known } from './rule.js';

/** Errors (差错) end what threw them; escalations (升级) are told upward while it may go on. */
export type CodeKind = 'error' | 'escalation';

/** A code thrown somewhere: where a process owner sees it, in which process. */
export interface Thrown {
  readonly code: string;
  readonly by: Element;
  readonly diagram: Diagram;
}

const DEFINITION = { error: 'bpmn:ErrorEventDefinition', escalation: 'bpmn:EscalationEventDefinition' } as const;
const REFERENCE = { error: 'errorRef', escalation: 'escalationRef' } as const;
const CODE = { error: 'errorCode', escalation: 'escalationCode' } as const;

/** Every code of a kind that the diagrams of a set throw: events, and for errors the jobs that may. */
export function thrownCodes(kind: CodeKind, { diagrams }: ProcedureSet, { jobTypes }: Known): Thrown[] {
  return diagrams.flatMap((diagram) =>
    diagram.elements.flatMap((by) => {
      if (isThrowing(by, kind)) return [{ code: codeOf(by, kind) ?? '', by, diagram }];
      const type = textOf(extensionOf(by, 'zeebe:TaskDefinition'), 'type') ?? '';
      const codes = kind === 'error' ? (jobTypes[type]?.throws ?? []) : [];

      return codes.map((code) => ({ code, by, diagram }));
    }),
  );
}

/** Whether something catches a code: at the element, in a scope around it, or where its process is called. */
export function isCaught(thrown: Thrown, kind: CodeKind, set: ProcedureSet, seen: readonly string[] = []): boolean {
  for (let scope: Element | undefined = thrown.by; scope !== undefined; scope = scope.$parent) {
    if (catchersAt(scope, thrown.diagram).some((one) => catches(one, thrown.code, kind))) return true;
    if (scope.$type === 'bpmn:Process') break;
  }
  const processId = processOf(thrown.by).id;
  const callers = callersOf(processId, set);
  if (callers.length === 0) return !startsByItself(processOf(thrown.by));

  return callers
    .filter(({ by }) => !seen.includes(by.id))
    .every((caller) => isCaught({ ...caller, code: thrown.code }, kind, set, [...seen, caller.by.id]));
}

/** A process that waits to be called, and is not, never runs. */
function startsByItself(process: Element): boolean {
  return listOf(process['flowElements']).some(
    (element) => element.$type === 'bpmn:StartEvent' && eventDefinitionOf(element) !== undefined,
  );
}

/** Events that catch a kind of code, with the element or scope they listen to. */
export function catchersOf(kind: CodeKind, diagram: Diagram): Element[] {
  return diagram.elements.filter(
    (element) =>
      eventDefinitionOf(element)?.$type === DEFINITION[kind] &&
      (element.$type === 'bpmn:BoundaryEvent' || element.$type === 'bpmn:StartEvent'),
  );
}

/** The code an event throws or catches; `undefined` catches all. */
export function codeOf(event: Element, kind: CodeKind): string | undefined {
  return textOf(eventDefinitionOf(event)?.[REFERENCE[kind]] as Element | undefined, CODE[kind]);
}

/** The call activities of a set that call a process. */
export function callersOf(processId: string, { diagrams }: ProcedureSet): { by: Element; diagram: Diagram }[] {
  return diagrams.flatMap((diagram) =>
    diagram.elements
      .filter((element) => textOf(extensionOf(element, 'zeebe:CalledElement'), 'processId') === processId)
      .map((by) => ({ by, diagram })),
  );
}

function isThrowing(element: Element, kind: CodeKind): boolean {
  return (
    eventDefinitionOf(element)?.$type === DEFINITION[kind] &&
    (element.$type === 'bpmn:EndEvent' || element.$type === 'bpmn:IntermediateThrowEvent')
  );
}

function catchersAt(scope: Element, diagram: Diagram): Element[] {
  const boundary = diagram.elements.filter(
    (element) => element.$type === 'bpmn:BoundaryEvent' && (element['attachedToRef'] as Element).id === scope.id,
  );
  const inside = listOf(scope['flowElements'])
    .filter((element) => element['triggeredByEvent'] === true)
    .flatMap((subprocess) => listOf(subprocess['flowElements']).filter(({ $type }) => $type === 'bpmn:StartEvent'));

  return [...boundary, ...inside];
}

function catches(event: Element, code: string, kind: CodeKind): boolean {
  if (eventDefinitionOf(event)?.$type !== DEFINITION[kind]) return false;
  const caught = codeOf(event, kind);

  return caught === undefined || caught === code;
}
