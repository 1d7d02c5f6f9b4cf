import { lazy, Suspense } from 'react';
import { Loading } from '../ui/states.js';
import './diagram.css';
import type { Drawing } from './drawing.js';

const Canvas = lazy(() => import('./canvas.js').then(({ Canvas: Component }) => ({ default: Component })));

/**
 * A BPMN diagram (XML) with what happened on it: elements where tokens stand, the way they came, incidents.
 * The viewer is loaded with the first diagram that is shown. All are ids of elements, `completed` of flows too.
 */
export function Diagram(drawing: Drawing) {
  return (
    <Suspense fallback={<Loading what="流程图" />}>
      <Canvas {...drawing} />
    </Suspense>
  );
}
