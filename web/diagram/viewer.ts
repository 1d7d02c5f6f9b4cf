import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type ZoomScroll from 'diagram-js/lib/navigation/zoomscroll/ZoomScroll';
import { counted, type Drawing } from './drawing.js';

type Marks = Omit<Drawing, 'xml'>;

/** Keeps the middle where it is; the published types know a point only. */
const middle = 'auto' as unknown as { x: number; y: number };

/** Width below which the diagram opens where its token stands and not as a whole, pixels. */
const NARROW = 600;

export interface OpenViewer {
  /** Marks elements; answers what takes the marks away again. */
  mark(marks: Marks): () => void;
  nameOf(id: string): string;
  zoomBy(factor: number): void;
  moveBy(stride: { dx: number; dy: number }): void;
  fit(): void;
  /** Brings an element to the middle, large enough to be read. */
  show(id: string): void;
  /** Whether the wheel moves the diagram: only while it has the focus, or a page could not be scrolled past it. */
  wheel(on: boolean): void;
}

/** Draws a diagram. `ready` is refused when the XML cannot be drawn. */
export function openViewer(container: HTMLElement, xml: string): { ready: Promise<OpenViewer>; close(): void } {
  const viewer = new NavigatedViewer({ container });

  return {
    ready: viewer.importXML(xml).then(() => {
      const opened = handleOf(viewer);
      opened.wheel(false);
      opened.fit();

      return opened;
    }),
    close: () => viewer.destroy(),
  };
}

function handleOf(viewer: NavigatedViewer): OpenViewer {
  const canvas = viewer.get<Canvas>('canvas');
  const elements = viewer.get<ElementRegistry>('elementRegistry');

  const show = (id: string): void => {
    canvas.zoom(1, middle);
    canvas.scrollToElement(id, 200);
  };
  let isFirst = true;

  return {
    mark: (marks) => {
      const standing = [...marks.incidents, ...marks.active].find((id) => elements.get(id) !== undefined);
      // On a phone nothing of the whole can be read.
      if (isFirst && standing !== undefined && canvas.getContainer().clientWidth < NARROW) show(standing);
      isFirst = false;

      return mark(viewer, marks);
    },
    nameOf: (id) => {
      const named = elements.get(id)?.['businessObject'] as { name?: string } | undefined;

      return named?.name ?? '';
    },
    zoomBy: (factor) => void canvas.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * factor)), middle),
    moveBy: (stride) => canvas.scroll(stride),
    fit: () => void canvas.zoom('fit-viewport', middle),
    show,
    wheel: (on) => void viewer.get<ZoomScroll>('zoomScroll').toggle(on),
  };
}

function mark(viewer: NavigatedViewer, { active, completed, incidents }: Marks): () => void {
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const elements = viewer.get<ElementRegistry>('elementRegistry');
  const drawn = (id: string): boolean => elements.get(id) !== undefined;
  const marks = [
    ...completed.filter(drawn).map((id) => [id, 'walked'] as const),
    ...active.filter(drawn).map((id) => [id, 'standing'] as const),
    ...incidents.filter(drawn).map((id) => [id, 'stuck'] as const),
  ];
  for (const [id, marker] of marks) canvas.addMarker(id, marker);
  const badges = [...counted(active)]
    .filter(([id]) => drawn(id))
    .map(([id, count]) => {
      const stuck = incidents.includes(id);

      return overlays.add(id, {
        position: { top: -12, right: 12 },
        html: `<span class="badge ${stuck ? 'incident' : 'active'}" aria-hidden="true">${stuck ? '!' : count > 1 ? count : '●'}</span>`,
      });
    });

  return () => {
    for (const [id, marker] of marks) if (drawn(id)) canvas.removeMarker(id, marker);
    for (const badge of badges) overlays.remove(badge);
  };
}
