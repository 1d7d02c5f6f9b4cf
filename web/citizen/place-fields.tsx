import { AimOutlined, EnvironmentOutlined } from '@ant-design/icons';
import { Button, Cascader, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.js';
import { PlaceMap } from '../map/lazy-map.js';
import { networkOptions } from './network-options.js';

interface PlaceFieldsProps {
  localityId: string;
  /** Called with the browser's own position, when its owner allows it; undefined takes it out. */
  onPoint: (point: Point | undefined) => void;
  point: Point | undefined;
}
export type Point = { longitude: number; latitude: number };

/** Where it is: by the network's streets and communities, an address, a point (the phone's own, or tapped); each may stay away. */
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
        <Position localityId={localityId} point={point} onPoint={onPoint} />
      </Form.Item>
    </>
  );
}

const faults: Readonly<Record<number, string>> = {
  1: '您没有允许使用位置，可以只填地址。',
  2: '没能确定位置，可以只填地址。',
  3: '定位超时，可以再试或只填地址。',
};

function Position({ localityId, point, onPoint }: PlaceFieldsProps) {
  const [open, setOpen] = useState(false);
  const { busy, fault, locate } = usePosition((found) => {
    setOpen(true);
    onPoint(found);
  });

  return (
    <>
      <Flex gap={8} wrap>
        <Button icon={<AimOutlined />} loading={busy} onClick={locate}>
          用我现在的位置
        </Button>
        <Button icon={<EnvironmentOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起地图' : '在地图上标点'}
        </Button>
      </Flex>
      <div role="status" className="quiet">
        {fault ?? (point === undefined ? null : '已附上位置，不对可在地图上改，也可以去掉。')}
      </div>
      {open ? <PlaceMap localityId={localityId} point={point} onChange={onPoint} /> : null}
    </>
  );
}

/** Asks the browser once, when its owner wants it. */
function usePosition(found: (point: Point) => void) {
  const [state, setState] = useState<{ busy?: true; fault?: string }>({});
  const locate = () => {
    setState({ busy: true });
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => {
        setState({});
        found({ longitude, latitude });
      },
      ({ code }) => setState({ fault: faults[code] ?? '没能确定位置，可以只填地址。' }),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  };

  return { busy: state.busy ?? false, fault: state.fault, locate };
}
