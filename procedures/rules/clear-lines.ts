import type { Element } from '../diagram.js';
import { contains, inside, meeting, overlap, passesThrough, segmentsOf } from '../geometry.js';
import { pictureOf, type Box, type Line, type Picture } from '../picture.js';
import { diagramRule, type Fault } from './rule.js';

/**
 * Where several ways lead on to the same few steps, some lines must cross however they are drawn; with more than these a clerk
 * follows the wrong one.
 */
export const MOST_CROSSINGS = 4;

/** What a modeller rounds, and lines that only pass close by. */
const RIM = 2;

export const clearLines = diagramRule(
  'clear-lines',
  '线多处交叉、穿过图形，或者字压在线上，看图的人会跟错线',
  function* (diagram) {
    const picture = pictureOf(diagram);
    const crossings = [...crossingsOf(picture.lines)];
    if (crossings.length > MOST_CROSSINGS) yield* crossings;
    yield* throughBoxes(picture);
    yield* hiddenLabels(picture);
  },
);

/** Lines of one source or one target may run together; all others that meet are taken for one another. */
export function* crossingsOf(lines: readonly Line[]): Generator<Fault> {
  for (const [index, line] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (meet(line, other))
        yield warning(other.element, `连线与“${wordsOf(line.element)}”的连线交叉`, '移开图形，或让一条线从另一侧绕过');
    }
  }
}

function meet(line: Line, other: Line): boolean {
  const joined = endsOf(line.element).some((end, at) => end === endsOf(other.element)[at]);
  for (const one of segmentsOf(line.points)) {
    for (const two of segmentsOf(other.points)) {
      const how = meeting(one, two);
      if (how === 'cross' || (how === 'touch' && !joined)) return true;
    }
  }

  return false;
}

function* throughBoxes({ lines, boxes }: Picture): Generator<Fault> {
  for (const { element, points } of lines) {
    for (const box of boxes) {
      if (holds(box.element, element)) continue;
      if (segmentsOf(points).some((segment) => passesThrough(segment, inside(box, RIM))))
        yield warning(element, `连线穿过“${wordsOf(box.element)}”`, '让这条线从图形旁边绕过');
    }
  }
}

function* hiddenLabels({ labels, lines, boxes }: Picture): Generator<Fault> {
  for (const [index, label] of labels.entries()) {
    const text = inside(label, RIM);
    const line = lines.find(({ points }) => segmentsOf(points).some((segment) => passesThrough(segment, text)));
    const box = boxes.find((one) => overlap(one, text) && !(isContainer(one, boxes) && contains(one, label)));
    const other = labels.slice(index + 1).find((one) => overlap(one, text));
    const on = line?.element ?? box?.element ?? other?.element;
    if (on !== undefined) yield warning(label.element, `文字压在“${wordsOf(on)}”上`, '把文字移到空白处');
  }
}

const isContainer = ({ element }: Box, boxes: readonly Box[]): boolean =>
  boxes.some((box) => box.element.$parent?.id === element.id);

/** Whether a line runs inside of an element. */
function holds(element: Element, line: Element): boolean {
  for (let parent = line.$parent; parent !== undefined; parent = parent.$parent)
    if (parent.id === element.id) return true;

  return false;
}

/** Source and target; an association's two ends. */
function endsOf(line: Element): (string | undefined)[] {
  return ['sourceRef', 'targetRef'].map((end) => (line[end] as Element | undefined)?.id);
}

/** The name of a step; of a flow, from where to where. */
function wordsOf(element: Element): string {
  const [from, to] = ['sourceRef', 'targetRef'].map((end) => element[end] as Element | undefined);
  if (from !== undefined && to !== undefined) return `${wordsOf(from)}→${wordsOf(to)}`;

  return element.name ?? element.id;
}

const warning = (element: Element, problem: string, remedy: string): Fault => ({
  element,
  problem,
  remedy,
  severity: 'warning',
});
