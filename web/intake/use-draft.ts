import { useEffect, useRef, useState } from 'react';
import { call } from '../api/call.js';
import { useAnswer } from '../api/use-answer.js';
import { emptyFields, fieldsOfDraft, hasContent, type IntakeFields } from './intake-fields.js';

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
  // What was typed before the session ended is newer than what the server has of it.
  const [offer, setOffer] = useState<Offer | 'none' | undefined>(() => (hasContent(fields) ? 'none' : undefined));
  const { state, forget } = useSaving(fields);
  const { data } = useAnswer('readIntakeDraft', {}, { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false });
  const left = data?.fields == null ? undefined : { fields: fieldsOfDraft(data.fields), savedAt: data.savedAt };
  const shown = offer === 'none' ? undefined : (offer ?? left);

  return {
    state,
    /** `next` is what the page shows from now on; what was offered and not taken stays on the server. */
    forget: (next: IntakeFields) => forget(next, shown?.fields ?? emptyFields),
    offer: shown,
    /** Swaps the offer with what is typed, so that neither is lost. */
    take: (current: IntakeFields) => setOffer(hasContent(current) ? { fields: current, savedAt: null } : 'none'),
    putAway: () => {
      setOffer('none');
      if (!hasContent(fields)) forget(fields, emptyFields);
    },
  };
}

/** What became of the last save, and of which fields; `saved` says nothing of what was typed since. */
interface Outcome {
  readonly of: IntakeFields;
  readonly state: 'saved' | 'failed';
}

function useSaving(fields: IntakeFields) {
  const [first, setFirst] = useState(() => (hasContent(fields) ? emptyFields : fields));
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    if (fields === first) return undefined;
    const save = async () => {
      underWay.current = send(fields);
      try {
        await underWay.current;
        setOutcome({ of: fields, state: 'saved' });
      } catch {
        setOutcome({ of: fields, state: 'failed' });
      }
    };
    if (outcome?.of === fields && outcome.state === 'saved') return undefined;
    timer.current = setTimeout(() => void save(), outcome?.of === fields ? againMillis : pauseMillis);

    return () => clearTimeout(timer.current);
  }, [fields, first, outcome]);

  return {
    state: stateOf(fields, first, outcome),
    /** What is typed is a case's now, or thrown away: nothing of it may be saved any more. */
    forget: (next: IntakeFields, left: IntakeFields) => {
      clearTimeout(timer.current);
      setFirst(next);
      // A save that is on its way would come after its removal.
      void underWay.current
        .catch(() => undefined)
        .then(() => send(left))
        .catch(() => undefined);
    },
  };
}

function stateOf(fields: IntakeFields, first: IntakeFields, outcome: Outcome | undefined): DraftState {
  if (fields === first) return 'none';

  return outcome?.of === fields ? outcome.state : 'saving';
}

const send = (fields: IntakeFields): Promise<unknown> =>
  hasContent(fields) ? call('saveIntakeDraft', { body: { fields: { ...fields } } }) : call('deleteIntakeDraft', {});
