import { useParams } from 'react-router';
import { Page } from '../ui/page.js';
import { Watermark } from './watermark.js';
import { CasePanel } from './case-panel.js';

/** One case by its number. */
export function CasePage() {
  const { caseNumber = '' } = useParams();

  return (
    <Page title={`诉求件 ${caseNumber}`}>
      <Watermark>
        <CasePanel caseNumber={caseNumber} />
      </Watermark>
    </Page>
  );
}
