import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail } from '../../api/contract/case.js';
import type { Names } from '../api/use-names.js';
import { PlaceMap } from '../map/lazy-map.js';

/** Where it is, in words; with a point, on the map too. */
export function CasePlace({ found, names }: { found: CaseDetail; names: Names }) {
  const [open, setOpen] = useState(false);
  const words = [names.unit(found.place?.unitId ?? null), found.place?.address].filter(Boolean).join(' ');
  const point = found.place?.point;
  if (point === undefined) return words;

  return (
    <>
      {words}{' '}
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起地图' : '看地图上的点'}
      </Button>
      {open ? <PlaceMap localityId={found.locality} point={point} /> : null}
    </>
  );
}
