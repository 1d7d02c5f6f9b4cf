import { Alert, Card } from 'antd';
import type { Proposal } from '../../api/contract/intake.js';
import { useAnswer } from '../api/use-answer.js';
import { sentenceOf } from '../api/problem.js';
import type { Names } from '../api/use-names.js';
import { modeWord } from '../texts/mode-words.js';
import { Facts } from '../ui/facts.js';
import { Due } from '../ui/moment.js';
import type { IntakeFields } from './intake-fields.js';

interface Props {
  localityId: string;
  fields: IntakeFields;
  names: Names;
}

/** Which unit, why, until when: as the procedure's own tables say it, before anything is registered. */
export function ProposalCard({ localityId, fields, names }: Props) {
  const { channel, category, kind, urgency, placeUnitId, lineId, confidential } = fields;
  const wanted = { channel, urgency, confidential, ...given({ kind, placeUnitId, lineId }) };
  const { data, error } = useAnswer(
    'proposeHandling',
    { params: { localityId }, body: { ...wanted, category: category ?? '' } },
    { enabled: category !== undefined, placeholderData: (before) => before },
  );

  return (
    <Card title="建议的承办单位和期限" size="small">
      <div role="status">
        {category === undefined ? <span className="quiet">选了事项分类就有。</span> : null}
        {error === null ? null : <Alert type="warning" showIcon title={sentenceOf(error)} />}
        {category === undefined || data === undefined ? null : <Told proposal={data} names={names} />}
      </div>
    </Card>
  );
}

function Told({ proposal, names }: { proposal: Proposal; names: Names }) {
  const { unitId, supportUnitIds, usualUnitId, mode, missing } = proposal;

  return (
    <>
      {missing === null ? null : <Alert type="warning" showIcon title={missing} style={{ marginBottom: 8 }} />}
      <p className="intake-unit">{unitId === null ? '由派单员确定承办单位' : names.unit(unitId)}</p>
      <Facts
        of={[
          ['通常由', usualUnitId === null ? null : `${names.unit(usualUnitId)}承办`],
          ['协办', supportUnitIds.map((id) => names.unit(id)).join('、')],
          ['办理方式', modeWord(mode)],
          ['为什么', proposal.reason],
          ['依据', proposal.legalBasis],
          ['时限等级', proposal.deadlineClass],
          ['签收', proposal.signBy === null ? null : <Due key="due" at={proposal.signBy} />],
          ['联系来电人', proposal.contactBy === null ? null : <Due key="due" at={proposal.contactBy} />],
          ['办结', proposal.dueAt === null ? null : <Due key="due" at={proposal.dueAt} />],
        ]}
      />
    </>
  );
}

const given = <T extends Record<string, string | undefined>>(fields: T): { [Name in keyof T]?: string } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: string;
  };
