import { useLocation, useNavigate } from 'react-router';
import type { Values } from '../../forms/schema.js';
import { keepInput } from './kept-input.js';

type Schema = Record<string, unknown>;

/** Goes on in another task with what was typed in this one, and with the form that it was typed into. */
export function useBringOver(userId: string) {
  const navigate = useNavigate();
  const state: unknown = useLocation().state;

  return {
    /** The form that what is kept was typed into, when it came from another task. */
    brought: isBrought(state) ? state.form : undefined,
    bringOver: (taskKey: string, typed: Values, form: Schema | undefined): void => {
      keepInput(userId, taskKey, typed);
      void navigate(`/tasks/${taskKey}`, { state: { form } });
    },
  };
}

const isBrought = (state: unknown): state is { form: Schema } =>
  typeof state === 'object' && state !== null && 'form' in state && state.form !== undefined;
