import { listOf, type Diagram, type Element } from '../diagram.js';
import { overlap } from '../geometry.js';
import { pictureOf, type Box, type Picture } from '../picture.js';
import { diagramRule, type Fault } from './rule.js';

export const drawnElements = diagramRule(
  'drawn-elements',
  '没画出来、叠在一起或往回绕的步骤，看图的人读不懂',
  function* (diagram) {
    const picture = pictureOf(diagram);
    const { boxes } = picture;
    yield* undrawn(diagram, picture);
    yield* overlapping(boxes);
    yield* backwards(diagram, boxes);
  },
);

function* undrawn({ elements }: Diagram, { boxes, lines }: Picture): Generator<Fault> {
  const drawn = new Set([...boxes, ...lines].map(({ element }) => element.id));
  for (const element of elements.filter(({ $type }) => !/DataObject/.test($type))) {
    if (!drawn.has(element.id))
      yield { element, problem: '图上没有画出来', remedy: '在建模工具中打开这张图，重新画上这一步' };
  }
}

function* overlapping(boxes: readonly Box[]): Generator<Fault> {
  for (const [index, box] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (box.element.$parent?.id !== other.element.$parent?.id || isAttached(box, other) || !overlap(box, other))
        continue;
      yield {
        element: other.element,
        problem: `与“${box.element.name ?? box.element.id}”叠在一起`,
        remedy: '把两个图形移开',
      };
    }
  }
}

/** Left to right is how a clerk reads; a way back is drawn on purpose, so this only warns. */
function* backwards({ elements }: Diagram, boxes: readonly Box[]): Generator<Fault> {
  const byId = new Map(boxes.map((box) => [box.element.id, box]));
  for (const flow of elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow')) {
    const source = byId.get((flow['sourceRef'] as Element).id);
    const target = byId.get((flow['targetRef'] as Element).id);
    if (source === undefined || target === undefined || target.x + target.width >= source.x) continue;
    if (listOf(target.element['incoming']).length > 1) continue;
    yield {
      element: flow,
      severity: 'warning',
      problem: `从“${labelOf(source)}”到“${labelOf(target)}”由右往左走`,
      remedy: '把后面的步骤画在右边；确实要回到前面的，可以不理会',
    };
  }
}

function labelOf({ element }: Box): string {
  return element.name ?? element.id;
}

function isAttached(a: Box, b: Box): boolean {
  const hosts = [a, b].map(({ element }) => element['attachedToRef'] as Element | undefined);

  return hosts[0]?.id === b.element.id || hosts[1]?.id === a.element.id;
}
