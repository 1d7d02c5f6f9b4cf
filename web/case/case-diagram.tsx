import { lazy, Suspense } from 'react';
import { useAnswer } from '../api/use-answer.js';
import { Failed, Loading } from '../ui/states.js';

const Diagram = lazy(() => import('../diagram/diagram.js').then(({ Diagram: Component }) => ({ default: Component })));

/** Where the token stands on the case's own version of the diagram; asked for when it is opened. */
export function CaseDiagram({ caseNumber }: { caseNumber: string }) {
  const { data, error, refetch } = useAnswer('readInstance', { params: { caseNumber } });
  if (error !== null && data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="流程图" />;
  const at = (state: string) => [
    ...new Set(data.elements.filter((element) => element.state === state).map(({ elementId }) => elementId)),
  ];

  return (
    <Suspense fallback={<Loading what="流程图" />}>
      <Diagram
        xml={data.xml}
        active={at('active')}
        completed={[...at('completed'), ...data.flows]}
        incidents={data.incidents.map(({ elementId }) => elementId)}
      />
    </Suspense>
  );
}
