import type { Diagram, Element } from '../diagram.js';
import type { JobType } from '../job-catalog.js';
import type { ProcedureSet } from '../procedure-set.js';

/** One thing a check found, told to a process owner. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly elementId?: string;
  readonly label?: string;
  /** What is wrong, in Chinese. */
  readonly problem: string;
  /** What to do about it, in Chinese. */
  readonly remedy: string;
}

/** What a rule may know beside the files. */
export interface Known {
  readonly jobTypes: Readonly<Record<string, JobType>>;
}

/** A rule of a procedure: one file in `rules/`, with a valid and an invalid diagram beside its test. */
export interface Rule {
  readonly name: string;
  /** What it keeps from going wrong, one line for the docs. */
  readonly why: string;
  check(set: ProcedureSet, known: Known): Finding[];
}

/** What is wrong with an element and what to do. */
export interface Fault {
  readonly element: Element;
  readonly problem: string;
  readonly remedy: string;
  readonly severity?: 'error' | 'warning';
}

/** A rule that looks at one diagram at a time. */
export function diagramRule(
  name: string,
  why: string,
  faultsOf: (diagram: Diagram, set: ProcedureSet, known: Known) => Iterable<Fault>,
): Rule {
  return {
    name,
    why,
    check: (set, known) =>
      set.diagrams.flatMap((diagram) =>
        [...faultsOf(diagram, set, known)].map(({ element, problem, remedy, severity = 'error' }) => ({
          rule: name,
          severity,
          file: diagram.file,
          elementId: element.id,
          ...(element.name === undefined ? {} : { label: element.name }),
          problem,
          remedy,
        })),
      ),
  };
}
