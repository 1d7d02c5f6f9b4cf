import { Link } from 'react-router';
import type { CaseSummary } from '../../api/contract/case.js';
import type { Names } from '../api/use-names.js';
import { outcomeWord, stageWords } from '../texts/words.js';
import { Lamp } from '../ui/lamp.js';
import { Due, Moment } from '../ui/moment.js';

/** One case of the list. */
export function CaseRow({ found, names }: { found: CaseSummary; names: Names }) {
  const isClosed = found.closedAt !== null;

  return (
    <li className="inbox-row">
      <span className="quiet">{isClosed ? outcomeWord(found.outcome ?? '') : stageWords[found.stage]}</span>
      <div className="inbox-what">
        <Link to={`/cases/${found.caseNumber}`}>{found.title}</Link>
        <div className="quiet inbox-line">
          <span>{found.caseNumber}</span>
          <span>{names.category(found.category)}</span>
          <span>{names.channel(found.channel)}</span>
          {found.confidential ? <span>保密件</span> : null}
        </div>
      </div>
      <div className="inbox-line inbox-when">
        {isClosed ? (
          <Moment at={found.closedAt} />
        ) : (
          <>
            <Lamp lamp={found.lamp} />
            <Due at={found.dueAt} />
          </>
        )}
      </div>
      <div className="inbox-acts quiet">{names.unit(found.unitId)}</div>
    </li>
  );
}
