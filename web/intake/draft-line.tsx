import { Alert, Button, Space } from 'antd';
import { momentText } from '../texts/moment.js';
import { titleOf } from './intake-fields.js';
import type { DraftState, Offer } from './use-draft.js';

const states: Readonly<Record<DraftState, string>> = {
  none: '',
  saving: '正在保存草稿…',
  saved: '草稿已保存',
  failed: '草稿没能保存，内容还在本页，正在重试',
};

/** Whether what is typed is safe. */
export function DraftState({ state }: { state: DraftState }) {
  return (
    <span className="quiet" role="status" data-draft={state}>
      {states[state]}
    </span>
  );
}

/** What was left unfinished: to be gone on with, or put away. */
export function DraftOffer({ offer, take, putAway }: { offer: Offer; take: () => void; putAway: () => void }) {
  const what = titleOf(offer.fields) || '（还没记内容）';
  const when = offer.savedAt === null ? '' : `${momentText(offer.savedAt)} `;

  return (
    <Alert
      type="info"
      showIcon
      title={`${when}有一件没登记完：${what}`}
      action={
        <Space>
          <Button size="small" type="primary" onClick={take}>
            继续填写
          </Button>
          <Button size="small" onClick={putAway}>
            丢弃
          </Button>
        </Space>
      }
      style={{ marginBottom: 12 }}
    />
  );
}
