import { useCallback, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../api/problem.js';
import { useAct } from '../api/use-answer.js';
import type { Values } from '../../forms/schema.js';
import { forgetInput, keepInput } from './kept-input.js';

export type DraftState = 'none' | 'typing' | 'saved' | 'unsaved';

/** A pause in typing after which the draft goes to the server, milliseconds. */
const pause = 1_000;

interface Settings {
  userId: string;
  taskKey: string;
  /** Told when the task is no longer this person's to work on. */
  onConflict: (error: ProblemError) => void;
}

/** Keeps what is typed: at once in this window, after a pause on the server. */
export function useDraft({ userId, taskKey, onConflict }: Settings) {
  const [state, setState] = useState<DraftState>('none');
  const { mutate } = useAct('saveDraft');
  const timer = useRef<number>(undefined);
  const newest = useRef<Values>({});
  const isHandedIn = useRef(false);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const send = useCallback(() => {
    const data = newest.current;
    mutate(
      { params: { taskKey }, body: { data } },
      {
        onSuccess: () => {
          if (newest.current === data) setState('saved');
        },
        onError: (error) => {
          setState('unsaved');
          // A draft that comes after its own hand-in is no conflict: the hand-in tells how it went.
          if (error instanceof ProblemError && error.status === 409 && !isHandedIn.current) onConflict(error);
        },
      },
    );
  }, [mutate, taskKey, onConflict]);

  /** What one reconnected or tried again for is sent at once. */
  useEffect(() => {
    const again = () => {
      if (state === 'unsaved') send();
    };
    window.addEventListener('online', again);

    return () => window.removeEventListener('online', again);
  }, [state, send]);

  const forget = useCallback(() => {
    window.clearTimeout(timer.current);
    forgetInput(userId, taskKey);
  }, [userId, taskKey]);

  return {
    state,
    /** What is kept so far is being handed in. */
    handIn: () => {
      isHandedIn.current = true;
    },
    keep: (values: Values) => {
      isHandedIn.current = false;
      newest.current = values;
      keepInput(userId, taskKey, values);
      setState('typing');
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(send, pause);
    },
    forget,
  };
}
