import { useSyncExternalStore, type RefObject } from 'react';

function subscribe(told: () => void): () => void {
  document.addEventListener('fullscreenchange', told);

  return () => document.removeEventListener('fullscreenchange', told);
}

interface FullScreen {
  /** Not every browser can, telephones least. */
  readonly can: boolean;
  readonly is: boolean;
  readonly toggle: () => void;
}

/** Shows one element over the whole screen, without the frame around the pages. */
export function useFullScreen(element: RefObject<HTMLElement | null>): FullScreen {
  const is = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);

  return {
    can: document.fullscreenEnabled,
    is,
    toggle: () => void (is ? document.exitFullscreen() : element.current?.requestFullscreen()),
  };
}
