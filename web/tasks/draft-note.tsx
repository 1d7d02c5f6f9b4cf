import type { DraftState } from './use-draft.js';

const words: Readonly<Record<DraftState, string>> = {
  none: '',
  typing: '正在保存草稿…',
  saved: '草稿已保存',
  unsaved: '草稿还没有保存到服务器，内容仍在本页。',
};

/** Whether what is typed is safe. */
export function DraftNote({ state }: { state: DraftState }) {
  return (
    <span role="status" className="quiet" style={{ alignSelf: 'center' }}>
      {words[state]}
    </span>
  );
}
