import { Button, Card, Input } from 'antd';
import { useState } from 'react';
import type { Unit } from '../../api/contract/locality.js';
import { PlaceMap } from '../map/lazy-map.js';
import { Field, faultAt, inputOf, type PartProps } from './field.js';
import { UnitPicker } from './unit-picker.js';
import { idOf } from './use-intake.js';

interface Props extends PartProps {
  localityId: string;
  units: readonly Unit[];
}

/** Where it is: the unit whose area it lies in, the address in words, and a point where there is one to give. */
export function PlaceCard({ fields, set, faults, units, localityId }: Props) {
  const [open, setOpen] = useState(false);

  return (
    <Card title="地点" size="small">
      <Field label="所在街道、社区" pointer="/place/unitId" faults={faults}>
        <UnitPicker
          id={idOf('/place/unitId')}
          label="所在街道、社区"
          units={units}
          value={fields.placeUnitId}
          onChange={(placeUnitId) => set({ placeUnitId })}
          placeholder="输入名称或拼音首字母"
          status={faultAt(faults, '/place/unitId') === undefined ? undefined : 'error'}
        />
      </Field>
      <Field label="详细地址" pointer="/place/address" faults={faults}>
        <Input
          {...inputOf(faults, '/place/address')}
          maxLength={200}
          autoComplete="off"
          placeholder="路名、门牌、楼号，或旁边的标志"
          value={fields.address}
          onChange={({ target }) => set({ address: target.value })}
        />
      </Field>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起地图' : fields.point === undefined ? '在地图上标点' : '看标好的点'}
      </Button>
      {open ? <PlaceMap localityId={localityId} point={fields.point} onChange={(point) => set({ point })} /> : null}
    </Card>
  );
}
