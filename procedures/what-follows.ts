import { extensionOf, textOf, type Diagram, type Element } from './diagram.js';

/** What may come next on a diagram: its label, and the answers on the way that lead there, e.g. `是否同意：同意`. */
export interface Following {
  readonly label: string;
  readonly when: string | null;
}

/** What follows an element on its own diagram; `leaves` when the process may end there and its caller goes on. */
export interface WayOn {
  readonly following: readonly Following[];
  readonly leaves: boolean;
}

/** What people wait for or do; the acts of the system in between are passed over. */
const STOPS: ReadonlySet<string> = new Set([
  'bpmn:UserTask',
  'bpmn:CallActivity',
  'bpmn:SubProcess',
  'bpmn:ReceiveTask',
]);
const MOST = 6;

/** What may come after an element, until people have to do something again. */
export function whatFollows({ elements }: Diagram, elementId: string): WayOn {
  const found = new Map<string, Following>();
  const visited = new Set<string>();
  let leaves = false;
  const from = elements.find(({ id }) => id === elementId);
  if (from !== undefined) goOn(from, []);

  return { following: [...found.values()].slice(0, MOST), leaves };

  function goOn(element: Element, answers: readonly string[]): void {
    const flows = elements.filter(({ $type, sourceRef }) => $type === 'bpmn:SequenceFlow' && sourceRef === element);
    if (flows.length === 0) leave(element, answers);
    for (const flow of flows) reach(flow['targetRef'] as Element, [...answers, ...answerOf(element, flow, flows)]);
  }

  function reach(element: Element, answers: readonly string[]): void {
    if (visited.has(element.id)) return;
    visited.add(element.id);
    const label = textOf(element, 'name');
    const isEnd = element.$type === 'bpmn:EndEvent';
    if (label !== undefined && (STOPS.has(element.$type) || isEnd)) add(label, answers);
    if (isEnd || !STOPS.has(element.$type)) goOn(element, answers);
  }

  function leave(element: Element, answers: readonly string[]): void {
    const around = element.$parent;
    if (around?.$type === 'bpmn:SubProcess' && around['triggeredByEvent'] !== true) goOn(around, answers);
    else leaves = true;
  }

  function add(label: string, answers: readonly string[]): void {
    if (!found.has(label)) found.set(label, { label, when: answers.length === 0 ? null : answers.join('；') });
  }
}

/** The answer at a fork that leads along this flow: the question of the gateway and the name of the flow. */
function answerOf(element: Element, flow: Element, flows: readonly Element[]): string[] {
  const answer = textOf(flow, 'name');
  if (answer === undefined || flows.length === 1) return [];
  const question = textOf(element, 'name')?.replace(/[？?]$/, '');

  return [question === undefined ? answer : `${question}：${answer}`];
}

/** Call activities that may have called a process; one whose target is an expression may have called any. */
export function callersOf(diagram: Diagram, processId: string): Element[] {
  return diagram.elements.filter((element) => {
    if (element.$type !== 'bpmn:CallActivity') return false;
    const called = textOf(extensionOf(element, 'zeebe:CalledElement'), 'processId');

    return called === processId || called?.startsWith('=') === true;
  });
}

/** Label of an element of a diagram. */
export function labelIn({ elements }: Diagram, elementId: string): string | undefined {
  return textOf(
    elements.find(({ id }) => id === elementId),
    'name',
  );
}
