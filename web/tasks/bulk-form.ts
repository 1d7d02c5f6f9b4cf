import { isHidden, scopeOf } from '../../forms/conditions.js';
import { componentsOf, inputsOf, keyOf, type FormComponent } from '../../forms/schema.js';

export type Answers = Record<string, string>;

const choices = new Set(['radio', 'select']);

/** The questions that are asked with these answers; `blocked` when something is to be filled in that is no choice. */
export function questionsOf(
  schema: Record<string, unknown>,
  answers: Answers,
): { asked: FormComponent[]; blocked: boolean } {
  const components = componentsOf(schema);
  const scope = scopeOf(components, {}, answers);
  const required = inputsOf(components).filter(
    (component) => component.validate?.required === true && !isHidden(component, scope),
  );
  const asked = required.filter(isChoice);

  return { asked, blocked: required.length > asked.length };
}

/** What a form says before anybody answers. */
export function defaultsOf(schema: Record<string, unknown>): Answers {
  return Object.fromEntries(
    inputsOf(componentsOf(schema)).flatMap((component) => {
      const { defaultValue } = component;

      return typeof defaultValue === 'string' ? [[keyOf(component) ?? '', defaultValue]] : [];
    }),
  );
}

const isChoice = ({ type, values = [] }: FormComponent): boolean => choices.has(type) && values.length > 0;
