import { Button, Flex } from 'antd';
import { useEffect, useRef } from 'react';
import type { MapData } from '../../api/contract/intake.js';
import { useAnswer } from '../api/use-answer.js';
import { Failed, Loading, Nothing } from '../ui/states.js';
import { drawMap, type DrawnMap, type Point } from './draw-map.js';
import './map.css';

interface Props {
  localityId: string;
  point: Point | undefined;
  /** Without it the point is only looked at. */
  onChange?: (point: Point | undefined) => void;
}

/** A point on the locality's map; by mouse or finger, or with arrow keys and the button. */
export function PlaceMap({ localityId, point, onChange }: Props) {
  const { data, error, refetch } = useAnswer('readMap', { params: { localityId } }, { staleTime: Infinity });
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="地图" />;
  if (data.points.length === 0 && point === undefined) return <Nothing>这个地方还没有坐标数据，请写详细地址。</Nothing>;

  return <Drawn data={data} point={point} {...(onChange && { onChange })} />;
}

function Drawn({ data, point, onChange }: Omit<Props, 'localityId'> & { data: MapData }) {
  const ground = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnMap>(null);
  const told = useRef(onChange);
  const chosen = onChange !== undefined;
  useEffect(() => {
    told.current = onChange;
  });
  useEffect(() => {
    if (ground.current === null) return undefined;
    const map = drawMap(ground.current, data, chosen ? (where) => told.current?.(where) : undefined);
    drawn.current = map;

    return () => map.remove();
  }, [data, chosen]);
  useEffect(() => drawn.current?.show(point), [point, data]);

  return (
    <>
      <div ref={ground} className="map" role="application" aria-label="地图：方向键移动，加减号缩放" />
      <Flex gap={8} wrap align="center">
        {onChange === undefined ? null : (
          <Button onClick={() => onChange(drawn.current?.center())}>标在地图中心</Button>
        )}
        {onChange === undefined || point === undefined ? null : (
          <Button onClick={() => onChange(undefined)}>去掉标点</Button>
        )}
        <span className="quiet">
          {point === undefined ? '点一下地图就标上。圆点是单位的大致位置。' : pointText(point)}
        </span>
      </Flex>
    </>
  );
}

const pointText = ({ longitude, latitude }: Point): string =>
  `东经 ${longitude.toFixed(5)}，北纬 ${latitude.toFixed(5)}`;
