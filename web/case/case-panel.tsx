import type { CaseDetail } from '../../api/contract/case.js';
import { useAnswer } from '../api/use-answer.js';
import { useNames, type Names } from '../api/use-names.js';
import { Tabs, type Tab } from '../ui/tabs.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import { CaseDiagram } from './case-diagram.js';
import { CaseOutlook } from './case-outlook.js';
import { CaseRelated } from './case-related.js';
import { CaseCallbacks } from './case-callbacks.js';
import { CaseDocuments } from './case-documents.js';
import { CaseNotices } from './case-notices.js';
import { CaseOrders } from './case-orders.js';
import { CasePeople } from './case-people.js';
import { CaseSummary } from './case-summary.js';
import { CaseTimeline } from './case-timeline.js';
import './case.css';

interface Parts {
  caseNumber: string;
  /** Leaves out what the caller said when called back: for whoever is to ask anew, on their own. */
  blind?: boolean;
}

/** A case as its handlers see it: what it is about, where it stands, who has a part in it, what was done. Stands beside forms. */
export function CasePanel({ caseNumber, blind = false }: Parts) {
  const { data, error, refetch } = useAnswer('readCase', { params: { caseNumber } }, { refetchInterval: 30_000 });
  const names = useNames(data?.locality);
  if (error !== null && data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="诉求件" />;

  return (
    <section className="case-panel" aria-label={`诉求件 ${caseNumber}`}>
      <CaseSummary found={data} names={names} />
      <CaseOutlook caseNumber={caseNumber} names={names} />
      <Tabs items={tabsOf(data, names, blind)} label="诉求件的各部分" />
    </section>
  );
}

function tabsOf(found: CaseDetail, names: Names, blind: boolean): Tab[] {
  const { caseNumber } = found;

  return [
    { key: 'people', label: '承办', children: <CaseOrders found={found} names={names} /> },
    {
      key: 'timeline',
      label: '全程记录',
      children: <CaseTimeline caseNumber={caseNumber} names={names} blind={blind} />,
    },
    { key: 'documents', label: '文书', children: <CaseDocuments caseNumber={caseNumber} blind={blind} /> },
    { key: 'notices', label: '催办督办', children: <CaseNotices caseNumber={caseNumber} names={names} /> },
    { key: 'callbacks', label: '回访', children: blind ? <Unseen /> : <CaseCallbacks caseNumber={caseNumber} /> },
    { key: 'diagram', label: '流程图', children: <CaseDiagram caseNumber={caseNumber} /> },
    { key: 'related', label: '相关', children: <CaseRelated caseNumber={caseNumber} /> },
    { key: 'responsible', label: '包保', children: <CasePeople responsible={found.responsible} names={names} /> },
  ];
}

const Unseen = () => <Nothing>二次回访独立抽查：首次回访的内容，本次提交以后再看。</Nothing>;
