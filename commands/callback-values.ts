import type { CallbackDocument } from '../models/callbacks.js';
import type { FormData } from '../models/orders.js';

const TRUE = new Set<unknown>([true, 'true', 'yes']);
const FALSE = new Set<unknown>([false, 'false', 'no']);

/** 好差评: 非常满意, 满意, 基本满意 count as satisfied, 不满意, 非常不满意 do not (domain.md, 好差评). */
const SATISFIED = new Set<unknown>(['very-satisfied', 'satisfied', 'basically-satisfied']);
const DISSATISFIED = new Set<unknown>(['dissatisfied', 'very-dissatisfied']);

const KNOWN = new Set(['reached', 'contacted', 'solved', 'satisfied', 'opinion']);

type Answers = Pick<CallbackDocument, 'reached' | 'contacted' | 'solved' | 'satisfied'>;

/**
 * What a callback form says, in the words of a callback; what it has besides is the locality's own factors. A caller who was not
 * reached said nothing, whatever an earlier attempt left in the procedure's variables.
 */
export function callbackValues(
  data: FormData,
  verdict: Answers = {},
): Pick<CallbackDocument, 'reached' | 'contacted' | 'solved' | 'satisfied' | 'factors' | 'opinion'> {
  const opinion = data['opinion'];

  const reached = verdict.reached ?? truth(data['reached']);
  const answered = (key: 'contacted' | 'solved' | 'satisfied', own: boolean | undefined) =>
    reached === false || data[key] === undefined ? own : (verdict[key] ?? own);

  return {
    reached,
    contacted: answered('contacted', truth(data['contacted'])),
    solved: answered('solved', truth(data['solved'])),
    satisfied: answered('satisfied', satisfaction(data['satisfied'])),
    factors: Object.fromEntries(Object.entries(data).filter(([key]) => !KNOWN.has(key))),
    opinion: typeof opinion === 'string' ? opinion : undefined,
  };
}

function truth(value: unknown): boolean | undefined {
  if (TRUE.has(value)) return true;

  return FALSE.has(value) ? false : undefined;
}

function satisfaction(value: unknown): boolean | undefined {
  if (SATISFIED.has(value)) return true;

  return DISSATISFIED.has(value) ? false : truth(value);
}
