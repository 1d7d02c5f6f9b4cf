import { extensionOf, textOf, type Diagram, type Element } from '../diagram.js';
import type { ProcedureSet } from '../procedure-set.js';
import type { Finding, Known, Rule } from './rule.js';
import { catchersOf, codeOf, isCaught, thrownCodes, type CodeKind } from './thrown-codes.js';

const WORDS = { error: '差错', escalation: '升级' } as const;

/** Every code thrown is caught, every code caught is thrown by what the event listens to. */
export function caughtCodes(kind: CodeKind, name: string, why: string): Rule {
  return {
    name,
    why,
    check: (set, known) => [...uncaught(kind, name, set, known), ...unthrown(kind, name, set, known)],
  };
}

function uncaught(kind: CodeKind, rule: string, set: ProcedureSet, known: Known): Finding[] {
  return thrownCodes(kind, set, known)
    .filter((thrown) => !isCaught(thrown, kind, set))
    .map(({ code, by, diagram }) =>
      finding(
        rule,
        diagram,
        by,
        `可能出现的${WORDS[kind]} ${code || '（无代码）'} 没有接住`,
        {
          error: `在它上面加一个差错边界事件，代码填 ${code}，画出之后怎么办`,
          escalation: `在调用它的活动上加一个升级边界事件，代码填 ${code}，画出之后怎么办`,
        }[kind],
      ),
    );
}

function unthrown(kind: CodeKind, rule: string, set: ProcedureSet, known: Known): Finding[] {
  const thrown = thrownCodes(kind, set, known);

  return set.diagrams.flatMap((diagram) =>
    catchersOf(kind, diagram).flatMap((event) => {
      const code = codeOf(event, kind);
      const within = idsWithin(scopeOf(event), set);
      const known = thrown.some(({ code: one, by }) => (code === undefined || one === code) && within.has(by));
      if (known) return [];

      return finding(
        rule,
        diagram,
        event,
        `${WORDS[kind]} ${code ?? '（全部）'} 在这里不会有人抛出`,
        '核对代码的拼写，或删去这个事件',
      );
    }),
  );
}

/** What an event listens to: the activity it sits on, or the scope around its event subprocess. */
function scopeOf(event: Element): Element {
  return (event['attachedToRef'] as Element | undefined) ?? (event.$parent?.$parent as Element);
}

/** An element, all inside it, and all that it calls at any depth. */
function idsWithin(scope: Element, set: ProcedureSet, within = new Set<Element>()): Set<Element> {
  if (within.has(scope)) return within;
  within.add(scope);
  const called = textOf(extensionOf(scope, 'zeebe:CalledElement'), 'processId');
  const processes = set.diagrams.flatMap((diagram) => diagram.processes.filter(({ id }) => id === called));
  const inside = Array.isArray(scope['flowElements']) ? (scope['flowElements'] as Element[]) : [];
  for (const element of [...inside, ...processes]) idsWithin(element, set, within);

  return within;
}

function finding(rule: string, diagram: Diagram, element: Element, problem: string, remedy: string): Finding {
  const label = element.name === undefined ? {} : { label: element.name };

  return { rule, severity: 'error', file: diagram.file, elementId: element.id, ...label, problem, remedy };
}
