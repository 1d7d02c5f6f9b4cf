import { Alert, Button, Form, Modal, Progress, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TaskSummary } from '../../api/contract/task.js';
import { useAnswer } from '../api/use-answer.js';
import { Failed, Loading } from '../ui/states.js';
import { defaultsOf, questionsOf, type Answers } from './bulk-form.js';
import { useBulk, type BulkProgress } from './use-bulk.js';

interface Parts {
  tasks: readonly TaskSummary[];
  close: () => void;
  done: () => void;
}

/** Asks once what holds for all selected tasks, then does them one by one before one's eyes. */
export function BulkDialog({ tasks, close, done }: Parts) {
  const first = tasks[0];
  const { data, error } = useAnswer('readTask', { params: { taskKey: first?.taskKey ?? '' } }, { staleTime: Infinity });
  const [given, setGiven] = useState<Answers>({});
  const [progress, run] = useBulk();
  const schema = data?.form?.schema ?? {};
  const answers = { ...defaultsOf(schema), ...given };
  const { asked, blocked } = questionsOf(schema, answers);
  const wanted = Object.fromEntries(asked.map(({ key = '' }) => [key, answers[key] ?? '']));
  const ready = !blocked && Object.values(wanted).every((answer) => answer !== '');
  const leave = () => {
    if (progress.state === 'over') done();
    close();
  };
  const buttons =
    progress.state === 'idle' ? (
      <Button type="primary" disabled={data === undefined || !ready} onClick={() => void run(tasks, wanted)}>
        办理 {tasks.length} 个任务
      </Button>
    ) : (
      <Button type="primary" disabled={progress.state === 'running'} onClick={leave}>
        关闭
      </Button>
    );

  return (
    <Modal
      open
      title={`批量${first?.name ?? ''}`}
      onCancel={leave}
      footer={buttons}
      mask={{ closable: false }}
      closable={progress.state !== 'running'}
    >
      {error !== null ? <Failed error={error} /> : data === undefined ? <Loading what="表单" /> : null}
      {progress.state === 'idle' ? (
        <Form layout="vertical">
          {asked.map(({ key = '', label, values = [] }) => (
            <Form.Item key={key} label={label}>
              <Radio.Group
                aria-label={label ?? key}
                value={answers[key]}
                onChange={({ target }) => setGiven({ ...given, [key]: String(target.value) })}
                options={[...values]}
              />
            </Form.Item>
          ))}
        </Form>
      ) : (
        <BulkResult progress={progress} total={tasks.length} />
      )}
      {blocked ? <Alert type="warning" showIcon title="这样选须逐件填写内容，不能批量办理。请逐件打开办理。" /> : null}
    </Modal>
  );
}

function BulkResult({ progress: { done, failed, state }, total }: { progress: BulkProgress; total: number }) {
  return (
    <div aria-live="polite">
      <Progress percent={Math.round(((done + failed.length) / total) * 100)} aria-label="进度" />
      <p>
        {state === 'over' ? '完成' : '已办'} {done} 个{failed.length === 0 ? '' : `，未成 ${failed.length} 个`}，共{' '}
        {total} 个
      </p>
      <ul>
        {failed.map(({ task, why }) => (
          <li key={task.taskKey}>
            <Link to={`/tasks/${task.taskKey}`}>{task.caseTitle ?? task.name}</Link>：{why}
          </li>
        ))}
      </ul>
    </div>
  );
}
