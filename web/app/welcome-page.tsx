import { Card, Flex } from 'antd';
import { Link } from 'react-router';
import { useAnswer } from '../api/use-answer.js';
import { Failed, Loading } from '../ui/states.js';
import { Page } from '../ui/page.js';
import './welcome.css';

/** Where whoever is not signed in begins: report, follow, or call. */
export function WelcomePage() {
  const { data, error, refetch } = useAnswer('listLocalities', {});

  return (
    <Page title="件件有回音" narrow>
      <Flex vertical gap={16}>
        <Card>
          <p>您反映的每一件事都有编号、有承办单位、有期限、有回访。</p>
          <div className="welcome-acts">
            <Link to="/report">提交诉求</Link>
            <Link to="/follow">凭编号和查询码查看进度</Link>
          </div>
          <p style={{ margin: '12px 0 0' }}>
            <Link to="/privacy">我的信息怎么用</Link>
          </p>
        </Card>
        <Card title="热线电话">
          {error ? <Failed error={error} retry={() => void refetch()} /> : null}
          {data === undefined && error === null ? <Loading what="热线" /> : null}
          {data?.map(({ localityId, name, hotline }) => (
            <p key={localityId}>
              {name} {hotline.name}：<a href={`tel:${hotline.number}`}>{hotline.number}</a>
            </p>
          ))}
        </Card>
      </Flex>
    </Page>
  );
}
