import { CheckCircleFilled, ClockCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import type { CaseSummary } from '../../api/contract/case.js';
import { lampWords } from '../texts/words.js';

type LampColour = NonNullable<CaseSummary['lamp']>;

const looks = {
  green: { colour: '#1d6b34', Icon: CheckCircleFilled },
  yellow: { colour: '#8a5a00', Icon: ClockCircleFilled },
  red: { colour: '#b3261e', Icon: ExclamationCircleFilled },
} as const;

/** 红黄灯: colour, sign and word, for not everybody sees colours. */
export function Lamp({ lamp }: { lamp: LampColour | null }) {
  if (lamp === null) return null;
  const { colour, Icon } = looks[lamp];

  return (
    <span style={{ color: colour, whiteSpace: 'nowrap' }}>
      <Icon aria-hidden /> {lampWords[lamp]}
    </span>
  );
}
