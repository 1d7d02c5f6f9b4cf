import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Attachment } from '../../api/contract/file.js';
import { useAct } from '../api/use-answer.js';
import { ReasonForm } from '../ui/reason-form.js';

interface Parts {
  caseNumber: string;
  file: Attachment;
}

/** Whether the unit that is complained about sees an attachment; the centre changes that, with a reason. */
export function Disclosure({ caseNumber, file: { fileId, name, disclosed } }: Parts) {
  const [asking, setAsking] = useState(false);
  const { mutate, error, isPending, reset } = useAct('discloseAttachment', ['readCase', 'readSteps']);
  const shown = disclosed !== true;
  const words = shown ? '允许被反映单位查看' : '不再给被反映单位看';
  const act = shown ? '允许查看' : '不再给看';
  const stop = (): void => {
    setAsking(false);
    reset();
  };

  return (
    <>
      <span className="quiet">{shown ? '被反映单位看不到' : '被反映单位可以看'}</span>
      <Button size="small" onClick={() => setAsking(true)} aria-label={`${act}：${name}`}>
        {act}
      </Button>
      <Modal open={asking} title={words} footer={null} onCancel={stop} destroyOnHidden>
        <p>{name}。谁、何时、因何决定，都会记入本件的全程记录。</p>
        <ReasonForm
          label="理由"
          placeholder={shown ? '例如：照片只拍到路面，看不出是谁反映的' : '例如：诉求人不同意公开'}
          send={act}
          most={200}
          busy={isPending}
          error={error}
          onSend={(reason) => mutate({ params: { caseNumber, fileId }, body: { shown, reason } }, { onSuccess: stop })}
          onStop={stop}
        />
      </Modal>
    </>
  );
}
