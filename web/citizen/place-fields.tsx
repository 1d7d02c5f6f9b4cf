import { AimOutlined } from '@ant-design/icons';
import { Button, Cascader, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.js';
import { networkOptions } from './network-options.js';

interface PlaceFieldsProps {
  localityId: string;
  /** Called with the browser's own position, when its owner allows it; undefined takes it out. */
  onPoint: (point: Point | undefined) => void;
  point: Point | undefined;
}
type Point = { longitude: number; latitude: number };

/** Where it is: by the network's streets and communities, an address, the phone's own position; each may stay away. */
export function PlaceFields({ localityId, point, onPoint }: PlaceFieldsProps) {
  const { data = [] } = useAnswer('listUnits', { params: { localityId } }, { staleTime: Infinity });

  return (
    <>
      <Form.Item name="unit" label="在哪里（街道、社区）">
        <Cascader options={networkOptions(data)} changeOnSelect showSearch placeholder="选择街道、社区或村" />
      </Form.Item>
      <Form.Item name="address" label="具体地址" rules={[{ max: 200, message: '最多 200 字' }]}>
        <Input placeholder="例如：幸福小区3号楼2单元门前" autoComplete="off" />
      </Form.Item>
      <Form.Item label="位置">
        <Position point={point} onPoint={onPoint} />
      </Form.Item>
    </>
  );
}

const faults: Readonly<Record<number, string>> = {
  1: '您没有允许使用位置，可以只填地址。',
  2: '没能确定位置，可以只填地址。',
  3: '定位超时，可以再试或只填地址。',
};

function Position({ point, onPoint }: Pick<PlaceFieldsProps, 'point' | 'onPoint'>) {
  const [state, setState] = useState<{ busy?: true; fault?: string }>({});
  const locate = () => {
    setState({ busy: true });
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => {
        setState({});
        onPoint({ longitude, latitude });
      },
      ({ code }) => setState({ fault: faults[code] ?? '没能确定位置，可以只填地址。' }),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  };
  if (point !== undefined)
    return (
      <Flex gap={8} align="center" wrap>
        <span role="status">
          已附上您现在的位置（{point.latitude.toFixed(4)}，{point.longitude.toFixed(4)}）
        </span>
        <Button size="small" onClick={() => onPoint(undefined)}>
          不附位置
        </Button>
      </Flex>
    );

  return (
    <>
      <Button icon={<AimOutlined />} loading={state.busy ?? false} onClick={locate}>
        用我现在的位置
      </Button>
      {state.fault === undefined ? null : (
        <div role="status" className="quiet">
          {state.fault}
        </div>
      )}
    </>
  );
}
