import type { CaseDetail } from '../../api/contract/case.js';
import type { Names } from '../api/use-names.js';
import { levelWord } from '../texts/act-words.js';
import { partWords } from '../texts/words.js';
import { Nothing } from '../ui/states.js';

/** 包保: who answers for the case, from the unit that handles it to the top of the place where the matter lies. */
export function CasePeople({ responsible, names }: { responsible: CaseDetail['responsible']; names: Names }) {
  if (responsible.length === 0) return <Nothing>交办后显示各级包保责任人。</Nothing>;

  return (
    <ul className="case-list">
      {responsible.map(({ part, level, unitId, supervisor, handler }) => (
        <li key={`${part} ${level} ${unitId}`}>
          <strong>{partWords[part]}</strong> {names.unit(unitId)} <span className="quiet">{levelWord(level)}</span>
          <div className="case-line quiet">
            <span>督办人：{supervisor}</span>
            <span>承办人：{handler}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
