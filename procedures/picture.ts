import { listOf, type Diagram, type Element } from './diagram.js';

/** A rectangle of a picture, in its pixels; `y` grows downwards. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A step, event or gateway as it is drawn, without text annotations and lanes. */
export interface Box extends Bounds {
  readonly element: Element;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A flow or an association as it is drawn. */
export interface Line {
  readonly element: Element;
  readonly points: readonly Point[];
}

/** The words that stand beside an element or a flow. */
export interface Label extends Bounds {
  readonly element: Element;
}

/** What a modeller drew (BPMN DI). */
export interface Picture {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly labels: readonly Label[];
}

export function pictureOf({ definitions }: Diagram): Picture {
  const drawn = listOf(definitions['diagrams']).flatMap(({ plane }) =>
    listOf((plane as Element | undefined)?.['planeElement']),
  );
  const shapes = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNShape').filter(drawsElement);
  const edges = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNEdge').filter(drawsElement);

  return {
    boxes: placed(shapes.filter(isStep), (shape) => shape),
    lines: edges.map((edge) => ({ element: elementOf(edge), points: listOf(edge['waypoint']) as unknown as Point[] })),
    labels: placed([...shapes, ...edges], ({ label }) => label as Element | undefined),
  };
}

/** What is drawn, each with the bounds of a part of it; without those that have none. */
function placed(drawn: readonly Element[], partOf: (drawn: Element) => Element | undefined): Box[] {
  return drawn.flatMap((one) => {
    const bounds = boundsOf(partOf(one));

    return bounds === undefined ? [] : [{ element: elementOf(one), ...bounds }];
  });
}

const drawsElement = (drawn: Element): boolean => drawn['bpmnElement'] !== undefined;

const elementOf = (drawn: Element): Element => drawn['bpmnElement'] as Element;

const isStep = (shape: Element): boolean =>
  !['bpmn:TextAnnotation', 'bpmn:Group', 'bpmn:Participant', 'bpmn:Lane'].includes(elementOf(shape).$type);

function boundsOf(drawn: Element | undefined): Bounds | undefined {
  const bounds = drawn?.['bounds'] as Bounds | undefined;
  if (bounds === undefined) return undefined;
  const { x, y, width, height } = bounds;

  return { x, y, width, height };
}
