import type { ProcedureElement } from '../models/procedures.js';
import { extensionOf, processOf, textOf, type Diagram } from './diagram.js';

/** What people are told about the elements of a process: label, type and form, by element id. */
export function describeElements(diagram: Diagram, processId: string): Record<string, ProcedureElement> {
  const elements = diagram.elements
    .filter((element) => processOf(element).id === processId)
    .map((element): [string, ProcedureElement] => {
      const formId = textOf(extensionOf(element, 'zeebe:FormDefinition'), 'formId');

      return [
        element.id,
        { label: element.name ?? '', type: element.$type, ...(formId === undefined ? {} : { formId }) },
      ];
    });

  return Object.fromEntries(elements);
}
