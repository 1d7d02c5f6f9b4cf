import { Button, Card, Tag } from 'antd';
import type { LikeCase } from '../../api/contract/intake.js';
import { useAnswer } from '../api/use-answer.js';
import type { Names } from '../api/use-names.js';
import { outcomeWord, stageWords } from '../texts/words.js';
import { Moment } from '../ui/moment.js';
import { CaseLink } from './case-link.js';
import type { IntakeFields } from './intake-fields.js';
import { useDebounced } from './use-debounced.js';

const reasons: Readonly<Record<LikeCase['because'][number], string>> = {
  words: '说法相近',
  place: '地点相同或相邻',
  category: '分类相同',
};

interface Props {
  localityId: string;
  fields: IntakeFields;
  names: Names;
  /** The new caller's report goes into that case. */
  join: (like: LikeCase) => void;
}

/** Cases that may be the same matter, while one types. */
export function LikeCases({ localityId, fields, names, join }: Props) {
  const { title, text, category, placeUnitId, address } = fields;
  const body = useDebounced(JSON.stringify({ title, text, category, placeUnitId, address }), 600);
  const { data = [] } = useAnswer(
    'findLikeCases',
    { params: { localityId }, body: JSON.parse(body) as object },
    { enabled: `${title}${text}`.trim().length >= 4, placeholderData: (before) => before },
  );
  if (data.length === 0 || `${title}${text}`.trim() === '') return null;

  return (
    <Card title="可能是同一件事" size="small">
      <ul className="intake-list" aria-label="可能是同一件事">
        {data.map((like) => (
          <li key={like.caseNumber}>
            <CaseLink caseNumber={like.caseNumber}>{like.title}</CaseLink>{' '}
            {like.because.map((why) => (
              <Tag key={why}>{reasons[why]}</Tag>
            ))}
            <div className="quiet">{like.excerpt}</div>
            <div className="quiet">
              {like.caseNumber} · <Moment at={like.registeredAt} /> · {standing(like, names)}
              {like.callers > 1 ? ` · ${like.callers} 人反映` : ''}
            </div>
            <Joining like={like} fields={fields} join={join} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function standing({ stage, outcome, unitId }: LikeCase, names: Names): string {
  const unit = names.unit(unitId);

  return [outcome === null ? stageWords[stage] : outcomeWord(outcome), unit].filter(Boolean).join(' · ');
}

function Joining({ like, fields, join }: Pick<Props, 'fields' | 'join'> & { like: LikeCase }) {
  if (!like.mayMerge) return <div className="quiet">已办结，不能并入；又发生了请另行登记。</div>;
  if (fields.way === 'same-matter' && fields.mergeInto === like.caseNumber) return <Tag color="blue">将并入这一件</Tag>;

  return (
    <Button size="small" onClick={() => join(like)} aria-label={`我也反映，并入这一件 ${like.caseNumber}`}>
      我也反映，并入这一件
    </Button>
  );
}
