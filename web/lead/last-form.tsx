import { Card } from 'antd';
import type { Step } from '../../api/contract/record.js';
import { useAnswer } from '../api/use-answer.js';
import { useNames } from '../api/use-names.js';
import { postName } from '../texts/post.js';
import { Facts } from '../ui/facts.js';
import { Moment } from '../ui/moment.js';

/**
 * What was handed in last and stands in no paper yet, as a reply or the report of the result: it is what the leader judges.
 * Null when the papers tell it all, undefined when it is not known yet.
 */
export function useLastForm(caseNumber: string | null): Step | null | undefined {
  const asked = { params: { caseNumber: caseNumber ?? '' } };
  const { data, error } = useAnswer('readSteps', asked, { enabled: caseNumber !== null });
  if (caseNumber === null || error !== null) return null;
  if (data === undefined) return undefined;
  const last = data.steps.findLast(({ act, said }) => act === 'complete-task' && said.length > 0);
  const issued = data.steps.findLast(({ act }) => act === 'issue-document');

  return last === undefined || (issued?.number ?? 0) > last.number ? null : last;
}

export function LastForm({ step, locality }: { step: Step; locality: string | null }) {
  const names = useNames(locality);
  const { by, at, said, element } = step;

  return (
    <Card size="small" title={element?.label ?? '上一环节'} className="lead-last">
      <p className="quiet">
        {postName(names.unit(by.unitId), by.name)} <Moment at={at} />
      </p>
      <Facts of={said.map(({ label, value }) => [label, value])} />
    </Card>
  );
}
