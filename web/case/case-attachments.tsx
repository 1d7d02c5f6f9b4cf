import type { CaseDetail } from '../../api/contract/case.js';
import { FileLine } from '../files/file-row.js';
import { Moment } from '../ui/moment.js';
import { Disclosure } from './disclosure.js';

/** Photos and papers of a case, and who sent them; of those that are hidden only that they are there. */
export function CaseAttachments({ found }: { found: CaseDetail }) {
  const { caseNumber, attachments, attachmentsHidden, mayDisclose } = found;
  if (attachments.length + attachmentsHidden === 0) return null;

  return (
    <section aria-label="附件">
      <h3>附件</h3>
      <ul className="case-list">
        {attachments.map((file) => (
          <li key={file.fileId} className="file-row">
            <FileLine file={file} />
            <span className="quiet">
              {file.by} <Moment at={file.at} />
            </span>
            {mayDisclose && file.disclosed !== null ? <Disclosure caseNumber={caseNumber} file={file} /> : null}
          </li>
        ))}
      </ul>
      {attachmentsHidden === 0 ? null : (
        <p className="quiet">
          有 {attachmentsHidden} 个附件可能看得出是谁反映的，按规定不向被反映单位显示；要了解内容请问中心。
        </p>
      )}
    </section>
  );
}
