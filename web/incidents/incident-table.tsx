import { Button, Checkbox } from 'antd';
import { Link } from 'react-router';
import type { Incident } from '../../api/contract/instance.js';
import { incidentWords } from '../texts/incident.js';
import { Moment } from '../ui/moment.js';
import './incidents.css';

interface Parts {
  incidents: readonly Incident[];
  chosen: readonly string[];
  choose: (keys: readonly string[]) => void;
  busy: boolean;
  retry: (key: string) => void;
}

/** Incidents, each in words, to be chosen and tried again. */
export function IncidentTable({ incidents, chosen, choose, busy, retry }: Parts) {
  const keys = incidents.map(({ incidentKey }) => incidentKey);
  const toggle = (key: string): void =>
    choose(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);

  return (
    <>
      <Checkbox
        checked={chosen.length === keys.length}
        indeterminate={chosen.length > 0 && chosen.length < keys.length}
        onChange={({ target }) => choose(target.checked ? keys : [])}
      >
        全选
      </Checkbox>
      <ul className="incidents" aria-label="流程故障">
        {incidents.map((incident) => (
          <li key={incident.incidentKey}>
            <Checkbox
              aria-label={`选中 ${placeOf(incident)}`}
              checked={chosen.includes(incident.incidentKey)}
              onChange={() => toggle(incident.incidentKey)}
            />
            <Told incident={incident} />
            <Button loading={busy} onClick={() => retry(incident.incidentKey)}>
              重试
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One incident as its diagram's owner understands it. */
export function Told({ incident }: { incident: Incident }) {
  const { caseNumber, caseTitle, processInstanceKey, message, createdAt, errorType, operateUrl } = incident;
  const { what, todo } = incidentWords(errorType);

  return (
    <div className="incident-words">
      <strong>{placeOf(incident)}</strong>：{what}。{todo}
      <div>{message}</div>
      <div className="quiet">
        {caseNumber === null ? (
          '还没有对应的诉求件'
        ) : (
          <Link to={`/cases/${caseNumber}`}>{caseTitle ?? caseNumber}</Link>
        )}
        {caseNumber === null ? null : (
          <>
            {' · '}
            <Link to={`/instances/${caseNumber}?instance=${processInstanceKey}`}>在流程图上看</Link>
          </>
        )}
        {operateUrl === null ? null : (
          <>
            {' · '}
            <a href={operateUrl}>在 Operate 中打开</a>
          </>
        )}
        {' · 自 '}
        <Moment at={createdAt} />
      </div>
    </div>
  );
}

export const placeOf = ({ processName, label, processId, elementId }: Incident): string =>
  `${processName ?? processId} › ${label ?? elementId}`;
