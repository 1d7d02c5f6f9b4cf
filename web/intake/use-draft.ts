import { useEffect, useRef, useState } from 'react';
import { call } from '../api/call.js';
import { useAnswer } from '../api/use-answer.js';
import { fieldsOfDraft, hasContent, type IntakeFields } from './intake-fields.js';

/** `saving` while something typed is not on the server yet. */
export type DraftState = 'none' | 'saving' | 'saved' | 'failed';

export interface Offer {
  readonly fields: IntakeFields;
  readonly savedAt: string | null;
}

const pauseMillis = 700;
const againMillis = 5_000;

/**
 * Saves what is typed on the server, sealed, a moment after the last key; tries again while the connection is away.
 * `offer` is what was left from before, until it is taken or put away.
 */
export function useDraft(fields: IntakeFields) {
  const [offer, setOffer] = useState<Offer | 'none' | undefined>();
  const { state, forget } = useSaving(fields);
  const { data } = useAnswer('readIntakeDraft', {}, { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false });
  const left = data?.fields == null ? undefined : { fields: fieldsOfDraft(data.fields), savedAt: data.savedAt };
  const shown = offer ?? left;

  return {
    state,
    forget,
    offer: shown === 'none' ? undefined : shown,
    /** Swaps the offer with what is typed, so that neither is lost. */
    take: (current: IntakeFields) => setOffer(hasContent(current) ? { fields: current, savedAt: null } : 'none'),
    putAway: () => setOffer('none'),
  };
}

function useSaving(fields: IntakeFields) {
  const [state, setState] = useState<DraftState>('none');
  const first = useRef(fields);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (fields === first.current) return undefined;
    const save = async () => {
      try {
        await (hasContent(fields)
          ? call('saveIntakeDraft', { body: { fields: { ...fields } } })
          : call('deleteIntakeDraft', {}));
        setState('saved');
      } catch {
        setState('failed');
        again = setTimeout(() => setAttempt((count) => count + 1), againMillis);
      }
    };
    let again: ReturnType<typeof setTimeout> | undefined;
    const timer = setTimeout(() => {
      setState('saving');
      void save();
    }, pauseMillis);

    return () => {
      clearTimeout(timer);
      clearTimeout(again);
    };
  }, [fields, attempt]);

  return {
    state,
    /** After registering: what is typed is the case's now. `next` is the empty page that follows. */
    forget: (next: IntakeFields) => {
      first.current = next;
      setState('none');
      void call('deleteIntakeDraft', {}).catch(() => undefined);
    },
  };
}
