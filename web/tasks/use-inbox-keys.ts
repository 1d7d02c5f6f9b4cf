import { useEffect, useRef } from 'react';

interface Acts {
  toggle: (taskKey: string) => void;
  claim: (taskKey: string) => void;
  help: () => void;
}

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-task]')];

/** Keys of the inbox: they move the focus from task to task and act on the one that has it; while somebody types they are letters. */
export function useInboxKeys(acts: Acts): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (press(event.key, latest.current)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);

    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function press(key: string, { toggle, claim, help }: Acts): boolean {
  const taskKey = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['task'] : undefined;
  if (key === 'j' || key === 'ArrowDown') move(1);
  else if (key === 'k' || key === 'ArrowUp') move(-1);
  else if (key === '?') help();
  else if (taskKey !== undefined && key === 'x') toggle(taskKey);
  else if (taskKey !== undefined && key === 'c') claim(taskKey);
  else return false;

  return true;
}

function move(by: 1 | -1): void {
  const all = rows();
  const at = all.findIndex((row) => row === document.activeElement);
  const next = at === -1 ? 0 : Math.min(all.length - 1, Math.max(0, at + by));
  all[next]?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const box = target.closest(
    'input:not([type=checkbox]), textarea, select, [role=combobox], [role=dialog], [role=radiogroup]',
  );

  return box !== null || target.isContentEditable;
}
