import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import type { Diagram, Element } from './diagram.js';
import { sentenceFor } from './lint-sentences.js';
import type { Finding } from './rules/rule.js';

const CONFIG = {
  extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-cloud-8-8'],
  rules: {
    // Told by our own rules, in the words of a process owner.
    'label-required': 'off',
    'no-bpmndi': 'off',
    'no-overlapping-elements': 'off',
    'camunda-compat/user-task-form': 'off',
    'camunda-compat/zeebe-user-task': 'off',
    'camunda-compat/implementation': 'off',
    // The engine runs them, and a clerk reads "one or more of these" more easily than nested gateways.
    'no-inclusive-gateway': 'off',
    // A step that two ways lead to runs once for each token that comes, as the engine and a clerk read it.
    'fake-join': 'off',
    'no-gateway-join-fork': 'warn',
    // It takes a call activity for a step without waiting, though people work inside.
    'camunda-compat/no-loop': 'off',
    // Agents are no part of a hotline's procedure.
    'camunda-compat/agent-tool-documentation': 'off',
    'camunda-compat/agent-tool-output-key': 'off',
    'camunda-compat/agent-fromai-contract': 'off',
  },
} as const;

interface Report {
  readonly id?: string;
  readonly message: string;
  readonly category: string;
}

/** What bpmnlint with the rules of Camunda 8.8 finds in a diagram, in Chinese. */
export async function lintDiagram({ file, definitions, elements }: Diagram): Promise<Finding[]> {
  // A linter that is used twice reports every flow of the second diagram as a duplicate.
  const linter = new Linter({ config: CONFIG, resolver: new NodeResolver() });
  const results = await linter.lint(definitions);

  return Object.entries(results).flatMap(([rule, reports]) =>
    reports.map((report) => findingOf(rule, report, file, elements)),
  );
}

function findingOf(
  rule: string,
  { id, message, category }: Report,
  file: string,
  elements: readonly Element[],
): Finding {
  const label = elements.find((element) => element.id === id)?.name;

  return {
    rule,
    severity: category === 'warn' ? 'warning' : 'error',
    file,
    ...(id === undefined ? {} : { elementId: id }),
    ...(label === undefined ? {} : { label }),
    ...sentenceFor(rule, message),
  };
}
