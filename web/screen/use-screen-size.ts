import { useSyncExternalStore } from 'react';

function subscribe(told: () => void): () => void {
  window.addEventListener('resize', told);

  return () => window.removeEventListener('resize', told);
}

/** Size of letters, pixels: a wall of four times the width is read from four times as far. */
export const useScreenSize = (): number =>
  useSyncExternalStore(subscribe, () => Math.round(Math.min(40, Math.max(14, window.innerWidth / 120))));
