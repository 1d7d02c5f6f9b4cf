import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };

/** An element of a BPMN or DMN file as its parser gives it. */
export interface Element {
  $type: string;
  $parent?: Element;
  id: string;
  name?: string;
  extensionElements?: Element;
  [property: string]: unknown;
}

/** A `.bpmn` file, read. */
export interface Diagram {
  /** Path under the root of all procedures, e.g. `shared/sign-off.bpmn`. */
  readonly file: string;
  readonly definitions: Element;
  readonly processes: readonly Element[];
  /** Every element of its processes at any depth: nodes, flows, boundary events, without the processes. */
  readonly elements: readonly Element[];
}

/** A file that is no BPMN. */
export class DiagramUnreadableError extends Error {
  override readonly name = 'DiagramUnreadableError';

  constructor(
    readonly file: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${file}：不是可读的流程图：${reason}`, options);
  }
}

/** @throws DiagramUnreadableError for broken XML, or elements the parser does not know */
export async function readDiagram(file: string, xml: string): Promise<Diagram> {
  const { rootElement: definitions, warnings } = await parse(file, xml);
  const [warning] = warnings;
  if (warning !== undefined) throw new DiagramUnreadableError(file, warning.message);
  const processes = listOf(definitions['rootElements']).filter(({ $type }) => $type === 'bpmn:Process');

  return { file, definitions, processes, elements: processes.flatMap(flowElements) };
}

async function parse(file: string, xml: string) {
  try {
    return await new BpmnModdle({ zeebe }).fromXML(xml);
  } catch (error) {
    throw new DiagramUnreadableError(file, error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** XML of a diagram whose processes carry a version tag. */
export async function taggedXml(diagram: Diagram, tag: string): Promise<string> {
  const moddle = new BpmnModdle({ zeebe });
  const copy = await readDiagram(diagram.file, (await moddle.toXML(diagram.definitions)).xml);
  for (const process of copy.processes) {
    const others = extensionsOf(process).filter(({ $type }) => $type !== 'zeebe:VersionTag');
    const values = [...others, moddle.create('zeebe:VersionTag', { value: tag })];
    const extensions = moddle.create('bpmn:ExtensionElements', { values });
    for (const value of values) value.$parent = extensions;
    extensions.$parent = process;
    process.extensionElements = extensions;
  }

  return (await moddle.toXML(copy.definitions, { format: true })).xml;
}

function flowElements(container: Element): Element[] {
  return listOf(container['flowElements']).flatMap((element) => [element, ...flowElements(element)]);
}

/** A property that holds elements, as a list; empty when absent. */
export function listOf(property: unknown): Element[] {
  return Array.isArray(property) ? (property as Element[]) : [];
}

/** The Zeebe extensions of an element. */
export function extensionsOf(element: Element): Element[] {
  return listOf(element.extensionElements?.['values']);
}

/** The Zeebe extension of a type, e.g. `zeebe:TaskDefinition`. */
export function extensionOf(element: Element, type: string): Element | undefined {
  return extensionsOf(element).find(({ $type }) => $type === type);
}

/** A text property, or `undefined` when it is absent or empty. */
export function textOf(element: Element | undefined, property: string): string | undefined {
  const value = element?.[property];

  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The single event definition of an event, e.g. its timer. */
export function eventDefinitionOf(element: Element): Element | undefined {
  return listOf(element['eventDefinitions'])[0];
}

/** The process an element belongs to. */
export function processOf(element: Element): Element {
  let current = element;
  while (current.$type !== 'bpmn:Process' && current.$parent !== undefined) current = current.$parent;

  return current;
}
