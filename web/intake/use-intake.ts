import { useEffect, useRef, useState } from 'react';
import type { Me } from '../../api/contract/session.js';
import type { RegisteredCase } from '../../api/contract/register.js';
import { ProblemError } from '../api/problem.js';
import { useAct } from '../api/use-answer.js';
import { uploadsOver } from '../files/in-flight.js';
import { newFields, reportOf, type IntakeFields } from './intake-fields.js';

/** What was typed outlives the page: a session that ends leads to the sign-in page and back. Of one person only. */
let kept: { userId: string; fields: IntakeFields } | undefined;

export type Faults = Readonly<Record<string, string>>;

/** What is typed, what is wrong with it (by JSON pointer of the report), and registering it. */
export function useIntake(me: Me, localityId: string) {
  const [fields, setFields] = useState<IntakeFields>(() => (kept?.userId === me.userId ? kept.fields : newFields()));
  // A photo may arrive between the key that registers and what is sent.
  const newest = useRef(fields);
  const [faults, setFaults] = useState<Faults>({});
  const [registered, setRegistered] = useState<RegisteredCase | undefined>();
  const { mutate, error, isPending, reset } = useAct('registerCase', [
    'findEarlierCases',
    'findLikeCases',
    'listCases',
  ]);
  useEffect(() => {
    kept = { userId: me.userId, fields };
  }, [me.userId, fields]);

  const replace = (next: IntakeFields) => {
    newest.current = next;
    setFields(next);
  };
  const start = () => {
    const next = newFields();
    replace(next);
    setFaults({});
    setRegistered(undefined);
    reset();

    return next;
  };

  return {
    fields,
    faults,
    error,
    isPending,
    registered,
    set: (change: Partial<IntakeFields>) => replace({ ...newest.current, ...change }),
    replace,
    start,
    register: async (questions: readonly string[], done: () => void) => {
      if (isPending || registered !== undefined) return;
      const missing = missingOf(fields);
      setFaults(missing);
      if (focusFirst(missing)) return;
      await uploadsOver();
      mutate(
        { body: reportOf(newest.current, localityId, questions) },
        {
          onSuccess: (answer) => {
            kept = undefined;
            setRegistered(answer);
            done();
          },
          onError: (fault) => {
            const found = faultsOf(fault);
            setFaults(found);
            focusFirst(found);
          },
        },
      );
    },
  };
}

/** What the desk itself knows to be needed; all else is the API's to say. */
function missingOf({ text, way, kind, category, mergeInto, answer }: IntakeFields): Faults {
  const decided = way !== 'later';

  return {
    ...(text.trim() === '' ? { '/text': '请记录来电人说了什么' } : {}),
    ...(decided && category === undefined ? { '/category': '请选事项分类；说不清时去向选“登记后再定”' } : {}),
    ...(decided && kind === undefined ? { '/kind': '请选诉求类型' } : {}),
    ...(way === 'same-matter' && mergeInto === undefined ? { '/mergeInto': '请在右侧选并入哪一件' } : {}),
    ...(way === 'answer' && answer.trim() === '' ? { '/answer': '请照实记录对来电人说的话' } : {}),
  };
}

function faultsOf(error: Error): Faults {
  if (!(error instanceof ProblemError)) return {};

  return Object.fromEntries(error.fields.map(({ field, reason }) => [field, reason]));
}

/** Id of the input of a field of the report. */
export const idOf = (pointer: string): string => `intake${pointer.replaceAll('/', '-')}`;

function focusFirst(faults: Faults): boolean {
  const inputs = Object.keys(faults).map((pointer) => document.getElementById(idOf(pointer)));
  const [first] = inputs
    .filter((input) => input !== null)
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  first?.scrollIntoView({ block: 'center' });
  // A row of choices takes no focus itself.
  (first?.querySelector('input') ?? first)?.focus();

  return Object.keys(faults).length > 0;
}
