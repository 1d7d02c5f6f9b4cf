import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { TaskDetail } from '../../api/contract/task.js';
import { type ProblemError, sentenceOf } from '../api/problem.js';
import { asText } from '../form/values.js';
import { componentsOf, type Values } from '../../forms/schema.js';
import { TaskForm } from '../form/task-form.js';
import { DraftNote } from './draft-note.js';
import { keptInput } from './kept-input.js';
import { useDraft } from './use-draft.js';
import { useHandIn } from './use-hand-in.js';

interface Props {
  task: TaskDetail;
  userId: string;
  /** Told when it is handed in. */
  onDone: () => void;
  submitText?: string | undefined;
  /** Asked before it is handed in; nothing is sent unless it answers true. */
  confirm?: (data: Values) => Promise<boolean>;
}

/** Works on one task: form, draft, handing in; whatever goes wrong is said, and nothing that was typed is lost. */
export function WorkArea({ task, userId, onDone, submitText, confirm }: Props) {
  const { taskKey, ended, form } = task;
  const [begun] = useState(() => keptInput(userId, taskKey));
  const [firstForm] = useState(() => JSON.stringify(form));
  const [typed, setTyped] = useState<Values>(begun ?? task.draft ?? {});
  const [conflict, setConflict] = useState<string>();
  const client = useQueryClient();
  const onConflict = useCallback(
    (error: ProblemError) => {
      setConflict(error.problem.detail);
      for (const stale of ['readTask', 'readCase', 'readOutlook', 'listTasks'])
        void client.invalidateQueries({ queryKey: [stale] });
    },
    [client],
  );
  const draft = useDraft({ userId, taskKey, onConflict });
  const { handIn, faults, error, busy } = useHandIn({ task, onDone, onConflict, forget: draft.forget });
  const formNow = useMemo(() => JSON.stringify(form), [form]);

  async function submit(data: Values): Promise<void> {
    if (confirm === undefined || (await confirm(data))) handIn(data);
  }

  const mayWork = task.forMe && (task.mine || !task.claimed);
  const lost = ended ?? conflict ?? null;
  const isOther = error !== null && lost === null && faults.length === 0;

  return (
    <>
      {lost === null ? null : <Conflict text={lost} copy={() => copyText(task, typed)} />}
      {formNow === firstForm ? null : (
        <Alert
          type="warning"
          showIcon
          title="表单刚刚更新为新版本。您填写的内容已带到新表单，请核对后再提交。"
          style={space}
        />
      )}
      {begun === null ? null : <Alert type="info" showIcon title="已恢复您上次没有提交的内容。" style={space} />}
      <TaskForm
        key={formNow}
        task={task}
        draft={formNow === firstForm ? (begun ?? task.draft) : typed}
        onChange={(values) => {
          setTyped(values);
          if (lost === null) draft.keep(values);
        }}
        onSubmit={(data) => void submit(data)}
        disabled={!mayWork || lost !== null}
        busy={busy}
        faults={faults}
        {...(submitText === undefined ? {} : { submitText })}
        acts={lost === null ? <DraftNote state={draft.state} /> : null}
      />
      {isOther ? (
        <Alert type="error" showIcon role="alert" title={sentenceOf(error)} style={{ marginTop: 16 }} />
      ) : null}
    </>
  );
}

const space = { marginBottom: 16 };

const copyText = (task: TaskDetail, values: Values): string =>
  asText(componentsOf(task.form?.schema ?? {}), values, task.options);

/** Somebody else was first: who and when, and a way to take along what one typed. */
function Conflict({ text, copy }: { text: string; copy: () => string }) {
  const { message } = App.useApp();
  const take = async () => {
    try {
      await navigator.clipboard.writeText(copy());
      void message.success('已复制');
    } catch {
      void message.error('浏览器不允许复制，请选中文字手工复制。');
    }
  };

  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={text}
      description={
        <>
          <p>您填写的内容没有提交，仍在下面，可以复制。</p>
          <Button onClick={() => void take()}>复制我填写的内容</Button>
        </>
      }
      style={space}
    />
  );
}
