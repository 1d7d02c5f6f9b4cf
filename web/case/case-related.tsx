import { Link } from 'react-router';
import { useAnswer } from '../api/use-answer.js';
import { stageWords } from '../texts/words.js';
import { Loading, Nothing } from '../ui/states.js';

const relations = {
  'merged-into': '已并入',
  merged: '并入本件',
  'like-of': '由它举一反三',
  like: '举一反三件',
  origin: '来源',
} as const;

/** Cases that have to do with this one. */
export function CaseRelated({ caseNumber }: { caseNumber: string }) {
  const { data } = useAnswer('listRelated', { params: { caseNumber } });
  if (data === undefined) return <Loading what="相关诉求件" />;
  if (data.length === 0) return <Nothing>没有相关诉求件。</Nothing>;

  return (
    <ul className="case-list">
      {data.map((found) => (
        <li key={found.caseNumber}>
          {relations[found.relation]}：<Link to={`/cases/${found.caseNumber}`}>{found.title}</Link>{' '}
          <span className="quiet">
            {found.caseNumber} · {stageWords[found.stage]}
          </span>
        </li>
      ))}
    </ul>
  );
}
