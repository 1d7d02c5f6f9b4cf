import { Alert, Button, ConfigProvider, Segmented } from 'antd';
import { lazy, Suspense, useMemo, useRef } from 'react';
import type { Figures } from '../../api/contract/figures.js';
import { sentenceOf } from '../api/problem.js';
import { useAnswer } from '../api/use-answer.js';
import { dayText } from '../texts/moment.js';
import { Moment } from '../ui/moment.js';
import { Page } from '../ui/page.js';
import { Failed, Loading } from '../ui/states.js';
import { useAddressFilter } from '../ui/use-address-filter.js';
import { Headline } from './headline.js';
import { daysIn, periodIn } from './period.js';
import { PeriodPicker } from './period-picker.js';
import './screen.css';
import { screenTheme } from './theme.js';
import { UnitsTable } from './units-table.js';
import { useFullScreen } from './use-full-screen.js';
import { useScreenSize } from './use-screen-size.js';

const ScreenCharts = lazy(() => import('./screen-charts.js').then((loaded) => ({ default: loaded.ScreenCharts })));

const everyMinute = 60_000;
const views = [
  { value: 'charts', label: '图表' },
  { value: 'units', label: '单位表' },
];

/** 数据大屏: what became of the cases of a period, drawn anew every minute. */
export function ScreenPage() {
  const wall = useRef<HTMLDivElement>(null);
  const [params, change] = useAddressFilter();
  const fullScreen = useFullScreen(wall);
  const size = useScreenSize();
  const theme = useMemo(() => screenTheme(size), [size]);
  const days = daysIn(params);
  const { data, error, refetch } = useAnswer(
    'readFigures',
    { query: { ...days } },
    { refetchInterval: everyMinute, placeholderData: (before) => before },
  );
  const view = params.get('view') === 'units' ? 'units' : 'charts';
  const acts = (
    <div className="screen-acts">
      <PeriodPicker period={periodIn(params)} days={days} change={change} />
      <Segmented aria-label="显示" value={view} options={views} onChange={(chosen) => change({ view: chosen })} />
      {fullScreen.can ? <Button onClick={fullScreen.toggle}>{fullScreen.is ? '退出全屏' : '全屏'}</Button> : null}
    </div>
  );

  return (
    <ConfigProvider theme={theme} getPopupContainer={() => wall.current ?? document.body}>
      <div ref={wall} className="screen" style={{ fontSize: size }}>
        <Page title={data === undefined ? '数据大屏' : `${data.localityName}数据大屏`} acts={acts}>
          {data === undefined && error === null ? <Loading what="统计" /> : null}
          {data === undefined && error !== null ? <Failed error={error} retry={() => void refetch()} /> : null}
          {data === undefined ? null : <Wall figures={data} error={error} view={view} />}
        </Page>
      </div>
    </ConfigProvider>
  );
}

function Wall({ figures, error, view }: { figures: Figures; error: Error | null; view: string }) {
  return (
    <>
      {error === null ? null : (
        <Alert type="warning" showIcon role="status" title={`没有更新成功，下面是先前的统计。${sentenceOf(error)}`} />
      )}
      <p className="quiet about">
        {dayText(figures.from)}至{dayText(figures.until)}登记的诉求件 · 统计于 <Moment at={figures.at} /> ·
        每分钟自动更新
      </p>
      <Headline figures={figures} />
      {view === 'units' ? (
        <UnitsTable figures={figures} />
      ) : (
        <Suspense fallback={<Loading what="图表" />}>
          <ScreenCharts figures={figures} />
        </Suspense>
      )}
    </>
  );
}
