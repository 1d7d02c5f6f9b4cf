import { App, Button } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.js';
import { Page } from '../ui/page.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import { IncidentTable } from './incident-table.js';
import { useRetry } from './use-retry.js';

/** 流程故障: where procedures stand still, why, and trying again. */
export function IncidentsPage() {
  const { data, error, refetch } = useAnswer('listIncidents', { query: { limit: 100 } }, { refetchInterval: 15_000 });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { retry, busy } = useRetry();
  const { notification } = App.useApp();
  const again = async (keys: readonly string[]): Promise<void> => {
    const wanted = (data ?? []).filter(({ incidentKey }) => keys.includes(incidentKey));
    const { gone, stuck, refused } = await retry(wanted);
    setChosen([]);
    notification[stuck.length + refused.length > 0 ? 'warning' : 'success']({
      title: `重试 ${wanted.length} 处：${gone} 处已继续`,
      description: [...stuck.map((one) => `${one}：又停住了`), ...refused].join('；') || '流程已往下走。',
      duration: 0,
    });
  };

  return (
    <Page
      title="流程故障"
      acts={
        <Button type="primary" disabled={chosen.length === 0} loading={busy} onClick={() => void again(chosen)}>
          重试选中的（{chosen.length}）
        </Button>
      }
    >
      {data === undefined ? (
        error === null ? (
          <Loading what="流程故障" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : data.length === 0 ? (
        <Nothing>没有流程故障。</Nothing>
      ) : (
        <IncidentTable
          incidents={data}
          chosen={chosen}
          choose={setChosen}
          busy={busy}
          retry={(key) => void again([key])}
        />
      )}
    </Page>
  );
}
