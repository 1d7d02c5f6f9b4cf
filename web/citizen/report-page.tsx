import { Alert, Form, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Locality } from '../../api/contract/locality.js';
import type { RegisteredCase } from '../../api/contract/register.js';
import { useAnswer } from '../api/use-answer.js';
import { hasRole, useMe } from '../app/me.js';
import { Page } from '../ui/page.js';
import { Failed, Loading } from '../ui/states.js';
import './citizen.css';
import { rememberedLocality } from './report-draft.js';
import { ReportForm } from './report-form.js';
import { ReportReceipt } from './report-receipt.js';

/** Reporting in a minute: where, what, and a number with a code in return. */
export function ReportPage() {
  const me = useMe();
  const { data, error, refetch } = useAnswer('listLocalities', {}, { staleTime: Infinity });

  return (
    <Page title="提交诉求" narrow>
      {error !== null && data === undefined ? <Failed error={error} retry={() => void refetch()} /> : null}
      {error === null && (data === undefined || me === undefined) ? <Loading what="各地热线" /> : null}
      {data === undefined || me === undefined ? null : <Report localities={data} me={me} />}
    </Page>
  );
}

interface ReportProps {
  localities: readonly Locality[];
  me: NonNullable<ReturnType<typeof useMe>> | null;
}

function Report({ localities, me }: ReportProps) {
  const citizen = me !== null && hasRole(me, ['citizen']) ? me : null;
  const [chosen, setChosen] = useState(rememberedLocality.get());
  const [registered, setRegistered] = useState<RegisteredCase>();
  const known = citizen?.locality ?? chosen ?? (localities.length === 1 ? localities[0]?.localityId : undefined);
  const locality = localities.find(({ localityId }) => localityId === known);
  const choose = (localityId: string) => {
    rememberedLocality.set(localityId);
    setChosen(localityId);
  };
  if (registered !== undefined && locality !== undefined)
    return (
      <ReportReceipt
        registered={registered}
        hotline={locality.hotline.number}
        signedIn={citizen !== null}
        onNext={() => setRegistered(undefined)}
      />
    );

  return (
    <>
      {citizen === null ? (
        <Form layout="vertical">
          <Form.Item label="您要向哪里的热线反映" htmlFor="locality">
            <Select
              id="locality"
              value={locality?.localityId ?? null}
              onChange={choose}
              placeholder="请选择地方"
              options={localities.map(({ localityId, name, hotline }) => ({
                value: localityId,
                label: `${name} · ${hotline.name}`,
              }))}
            />
          </Form.Item>
        </Form>
      ) : null}
      {locality === undefined ? <p className="quiet">先选择地方，再写下发生了什么。</p> : null}
      {locality === undefined ? null : <Taking locality={locality} me={citizen} onDone={setRegistered} />}
      <p className="quiet">
        已有编号？<Link to="/follow">查询进度</Link>
      </p>
    </>
  );
}

/** The form, or where to call when nothing is taken on the web. */
function Taking(props: { locality: Locality; me: ReportProps['me']; onDone: (registered: RegisteredCase) => void }) {
  const { locality, me, onDone } = props;
  const { number } = locality.hotline;
  if (!locality.takesReports)
    return (
      <Alert
        type="info"
        showIcon
        title={`${locality.name}没有开通网上提交`}
        description={
          <>
            请拨打{locality.hotline.name} <a href={`tel:${number}`}>{number}</a>。
          </>
        }
      />
    );

  return (
    <>
      <p className="quiet">
        着急的事请直接拨打 <a href={`tel:${number}`}>{number}</a>；危及生命安全请拨 110、119、120。
      </p>
      <ReportForm key={locality.localityId} locality={locality} me={me} onDone={onDone} />
    </>
  );
}
