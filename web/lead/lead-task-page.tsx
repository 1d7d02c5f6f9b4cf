import { App, Button, Card, Collapse, Flex, Result } from 'antd';
import { useCallback, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { TaskDetail } from '../../api/contract/task.js';
import type { Me } from '../../api/contract/session.js';
import { useAnswer } from '../api/use-answer.js';
import { useMe } from '../app/me.js';
import { CasePanel } from '../case/case-panel.js';
import { componentsOf, type Values } from '../../forms/schema.js';
import { asText } from '../form/values.js';
import { WorkArea } from '../tasks/work-area.js';
import { postName } from '../texts/post.js';
import { roleWords } from '../texts/words.js';
import { Lamp } from '../ui/lamp.js';
import { Due } from '../ui/moment.js';
import { Page } from '../ui/page.js';
import { Failed, Loading } from '../ui/states.js';
import { LastForm, useLastForm } from './last-form.js';
import './lead.css';
import { Papers } from './papers.js';

/** One matter before the leader: the papers, the form, and the signature under it. */
export function LeadTaskPage() {
  const { taskKey = '' } = useParams();
  const { data, error, refetch } = useAnswer('readTask', { params: { taskKey } }, { refetchInterval: 30_000 });
  const me = useMe();
  if (error !== null && data === undefined)
    return (
      <Page title="领办" narrow>
        <Failed error={error} retry={() => void refetch()} />
      </Page>
    );
  if (data === undefined || me === undefined || me === null) return <Loading what="领办事项" />;

  return <LeadTask key={taskKey} task={data} me={me} />;
}

function LeadTask({ task, me }: { task: TaskDetail; me: Me }) {
  const [done, setDone] = useState(false);
  const sign = useSignature(task, me);
  const { caseNumber, locality } = task;
  const last = useLastForm(caseNumber);
  // The form comes when what is to be read stands: it would push the form away under the finger.
  const [shown, setShown] = useState(false);
  const onShown = useCallback(() => setShown(true), []);
  const read = caseNumber === null || shown || (last !== null && last !== undefined);

  return (
    <Page title={task.name} narrow>
      {done ? (
        <Signed name={task.name} caseNumber={caseNumber} />
      ) : (
        <Flex vertical gap={16} className="lead-task">
          <div>
            <strong>{task.caseTitle}</strong>
            <div>
              <Due at={task.dueAt} /> <Lamp lamp={task.lamp} />
            </div>
          </div>
          {last == null ? null : <LastForm step={last} locality={locality} />}
          {caseNumber === null || last === undefined ? null : (
            <Papers caseNumber={caseNumber} open={last === null} onShown={onShown} />
          )}
          {read ? (
            <Card>
              <WorkArea
                task={task}
                userId={me.userId}
                submitText="签字并提交"
                confirm={sign}
                onDone={() => setDone(true)}
              />
            </Card>
          ) : (
            <Loading what="表单" />
          )}
          {caseNumber === null ? null : (
            <Collapse items={[{ key: 'case', label: '诉求件全貌', children: <CasePanel caseNumber={caseNumber} /> }]} />
          )}
        </Flex>
      )}
    </Page>
  );
}

/** Asks whether one signs this as whom: a signature is no click among others (审核签字). */
function useSignature(task: TaskDetail, me: Me) {
  const { modal } = App.useApp();
  const post = postName(me.unitName, me.name);
  const roles = me.roles.map((role) => roleWords[role]).join('、');

  return async (data: Values): Promise<boolean> =>
    modal.confirm({
      title: '审核签字',
      icon: null,
      content: (
        <>
          <p>
            您以“{post}”（{roles}）的身份签署“{task.name}”：
          </p>
          <pre className="lead-signed">{asText(componentsOf(task.form?.schema ?? {}), data, task.options)}</pre>
          <p className="quiet">签署人、时间和内容记入全程记录，不能更改。</p>
        </>
      ),
      okText: '确认签字',
      cancelText: '再看看',
      okButtonProps: { size: 'large' },
      cancelButtonProps: { size: 'large' },
    });
}

function Signed({ name, caseNumber }: { name: string; caseNumber: string | null }) {
  const go = useNavigate();

  return (
    <div role="status">
      <Result
        status="success"
        title={`“${name}”已签署`}
        extra={[
          <Button key="list" type="primary" size="large" autoFocus onClick={() => void go('/lead')}>
            回到领办
          </Button>,
          caseNumber === null ? null : (
            <Link key="case" to={`/cases/${caseNumber}`}>
              看批示单和全程记录
            </Link>
          ),
        ]}
      />
    </div>
  );
}
