import { lazy, Suspense } from 'react';
import { Loading } from '../ui/states.js';

const Loaded = lazy(async () => ({ default: (await import('./place-map.js')).PlaceMap }));

/** The map, whose drawing is loaded when it is first opened. */
export function PlaceMap(props: Parameters<typeof Loaded>[0]) {
  return (
    <Suspense fallback={<Loading what="地图" />}>
      <Loaded {...props} />
    </Suspense>
  );
}
