import { useSyncExternalStore } from 'react';

const wanted = matchMedia('(prefers-reduced-motion: reduce)');

function subscribe(told: () => void): () => void {
  wanted.addEventListener('change', told);

  return () => wanted.removeEventListener('change', told);
}

/** Whether somebody asked their system that nothing moves; changes with it. */
export const useStillness = (): boolean => useSyncExternalStore(subscribe, () => wanted.matches);
