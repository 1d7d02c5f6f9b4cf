import { evaluate } from 'feelin';

/** A component of a form that bulk work looks at. */
export interface Question {
  type: string;
  key?: string;
  label?: string;
  defaultValue?: unknown;
  values?: { label: string; value: string }[];
  conditional?: { hide?: string };
  validate?: { required?: boolean };
}

export type Answers = Record<string, string>;

const choices = new Set(['radio', 'select']);

/** The questions that are asked with these answers: conditions are FEEL, as in the form itself. */
export function questionsOf(
  schema: Record<string, unknown>,
  answers: Answers,
): { asked: Question[]; blocked: boolean } {
  const all = (Array.isArray(schema['components']) ? schema['components'] : []) as Question[];
  const keys = Object.fromEntries(all.flatMap(({ key }) => (key === undefined ? [] : [[key, null]])));
  const shown = all.filter(({ conditional }) => !isHidden(conditional?.hide, { ...keys, ...answers }));
  const required = shown.filter(({ validate }) => validate?.required === true);
  const asked = required.filter(isChoice);

  return { asked, blocked: required.length > asked.length };
}

/** What a form says before anybody answers. */
export function defaultsOf(schema: Record<string, unknown>): Answers {
  const all = (Array.isArray(schema['components']) ? schema['components'] : []) as Question[];

  return Object.fromEntries(
    all.flatMap(({ key, defaultValue }) =>
      key !== undefined && typeof defaultValue === 'string' ? [[key, defaultValue]] : [],
    ),
  );
}

const isChoice = ({ type, key, values = [] }: Question): boolean =>
  choices.has(type) && key !== undefined && values.length > 0;

function isHidden(hide: string | undefined, answers: Record<string, unknown>): boolean {
  if (hide?.startsWith('=') !== true) return false;

  return evaluate(hide.slice(1), answers).value === true;
}
