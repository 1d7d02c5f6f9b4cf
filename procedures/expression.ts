import { parseExpression } from 'feelin';

interface Node {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly parent: Node | null;
  readonly nextSibling: Node | null;
}

/** Built-in functions of Camunda whose names have words the parser takes for operators. */
const SPACED_FUNCTIONS = /\b(get or else|is defined|is blank|is empty|duplicate values|last day of month)\s*\(/g;

/** Names that are no variables of the process: those bound inside, and the item of a filter. */
const BINDINGS = ['InExpression', 'FormalParameter'];

/**
 * Variables that a FEEL expression (with or without the leading `=`) reads: the first name of each path, without
 * functions, and without what the expression binds itself (`for x in …`, `items[unitId = …]`).
 */
export function variablesOf(expression: string): readonly string[] {
  const text = expression.replace(/^=/, '').replace(SPACED_FUNCTIONS, (call) => call.replaceAll(' ', '_'));
  const found: { name: string; node: Node }[] = [];
  const bound = new Set<string>();
  const tree = parseExpression(text, {}, undefined) as unknown as {
    iterate(walk: { enter(node: { node: Node }): void }): void;
  };
  tree.iterate({
    enter: ({ node }) => {
      const name = text.slice(node.from, node.to);
      if (node.name === 'VariableName') found.push({ name, node });
      if (node.name === 'Name' && BINDINGS.includes(node.parent?.name ?? '')) bound.add(name);
      if (node.name === 'ParameterName') bound.add(name);
    },
  });

  return [
    ...new Set(
      found.filter(({ name, node }) => !bound.has(name) && !isCall(node) && !isInFilter(node)).map(({ name }) => name),
    ),
  ];
}

function isCall(node: Node): boolean {
  return node.parent?.name === 'FunctionInvocation' && node.parent.from === node.from;
}

/** Inside `list[…]` a name may be a field of the item: it is not judged. */
function isInFilter(node: Node): boolean {
  for (let child = node; child.parent !== null; child = child.parent) {
    if (child.parent.name === 'FilterExpression' && child.parent.from !== child.from) return true;
  }

  return false;
}
