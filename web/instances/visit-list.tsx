import { Button } from 'antd';
import { useState } from 'react';
import type { ElementVisit } from '../../api/contract/instance.js';
import { Moment } from '../ui/moment.js';

const stateWords = { active: '停在这里', completed: '已完成', terminated: '已终止' } as const;
/** Rows shown before one asks for all. */
const SHOWN = 20;

/** Every element that a token went through, the newest first; those without a name are joints of the drawing. */
export function VisitList({ elements }: { elements: readonly ElementVisit[] }) {
  const [all, setAll] = useState(false);
  const rows = elements.filter(({ label }) => label !== null).toReversed();

  return (
    <>
      <ol className="rows" aria-label="经过">
        {rows.slice(0, all ? undefined : SHOWN).map(({ elementId, label, state, incident, startedAt, endedAt }, at) => (
          <li key={`${elementId}-${rows.length - at}`}>
            {label}{' '}
            <span className="quiet">
              {stateWords[state]}
              {incident ? '（故障）' : ''} · <Moment at={startedAt} />
              {endedAt === null ? '' : ' 至 '}
              {endedAt === null ? null : <Moment at={endedAt} />}
            </span>
          </li>
        ))}
      </ol>
      {rows.length > SHOWN && !all ? <Button onClick={() => setAll(true)}>全部 {rows.length} 步</Button> : null}
    </>
  );
}
