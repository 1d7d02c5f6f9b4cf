import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useCallback, useState } from 'react';
import type { TaskDetail } from '../../api/contract/task.js';
import { type ProblemError, sentenceOf } from '../api/problem.js';
import { asText } from '../form/values.js';
import { componentsOf, type Values } from '../../forms/schema.js';
import { TaskForm } from '../form/task-form.js';
import { Conflict } from './conflict.js';
import { DraftNote } from './draft-note.js';
import { keptInput } from './kept-input.js';
import { useBringOver } from './use-bring-over.js';
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
  const { taskKey, ended, form, again } = task;
  const [begun] = useState(() => keptInput(userId, taskKey));
  const { brought, bringOver } = useBringOver(userId);
  // What was typed was typed into this one, here or in the task that this one stands in place of.
  const [firstForm] = useState(brought ?? form?.schema);
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
  const formNow = JSON.stringify(form?.schema);
  const isOther = formNow !== JSON.stringify(firstForm);

  async function submit(data: Values): Promise<void> {
    if (confirm !== undefined && !(await confirm(data))) return;
    draft.handIn();
    handIn(data);
  }

  const mayWork = task.forMe && (task.mine || !task.claimed);
  // While it is handed in, an end may be our own doing: the answer will tell.
  const lost = busy ? null : (ended ?? conflict ?? null);
  const isTrouble = error !== null && lost === null && faults.length === 0;

  return (
    <>
      {lost === null ? null : (
        <Conflict
          text={lost}
          copy={() => copyText(task, typed)}
          goOn={again === null ? undefined : () => bringOver(again, typed, form?.schema)}
        />
      )}
      {isOther ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title="表单已更新为新版本。您填写的内容已带到新表单，请核对后再提交。"
          style={space}
        />
      ) : null}
      {begun === null || isOther ? null : (
        <Alert type="info" showIcon title="已恢复您上次没有提交的内容。" style={space} />
      )}
      <TaskForm
        key={formNow}
        task={task}
        draft={isOther ? typed : (begun ?? task.draft)}
        before={isOther ? firstForm : undefined}
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
      {isTrouble ? (
        <Alert type="error" showIcon role="alert" title={sentenceOf(error)} style={{ marginTop: 16 }} />
      ) : null}
    </>
  );
}

const space = { marginBottom: 16 };

const copyText = (task: TaskDetail, values: Values): string =>
  asText(componentsOf(task.form?.schema ?? {}), values, task.options);
