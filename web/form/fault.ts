import { labelOf, type FormComponent, type FormOption } from '../../forms/schema.js';
import { valueFault } from '../../forms/value-fault.js';
import { isUnfilled } from '../../forms/conditions.js';

/** Why a value cannot be handed in, in Chinese; undefined when it can. The server checks again, by the same rules. */
export function faultOf(
  component: FormComponent,
  value: unknown,
  options: readonly FormOption[] = [],
): string | undefined {
  if (!isUnfilled(component, value)) return valueFault(component, value, options)?.what;

  return component.validate?.required === true ? `请填写“${labelOf(component)}”` : undefined;
}
