import { listOf, textOf, type Element } from '../diagram.js';
import type { Finding, Rule } from './rule.js';

const NAME = 'complete-tables';
/** A description with these words says why a table has no row for "anything else". */
const NO_CATCH_ALL = /无兜底|不设兜底/;

export const completeTables: Rule = {
  name: NAME,
  why: '没有一行对得上时决策表给不出结果，案件停在那里',
  check: ({ tables }) =>
    tables.flatMap(({ file, decisions }) =>
      decisions.flatMap((decision) =>
        faultsOf(decision).map(({ problem, remedy }): Finding => {
          const label = decision.name === undefined ? {} : { label: decision.name };

          return { rule: NAME, severity: 'error', file, elementId: decision.id, ...label, problem, remedy };
        }),
      ),
    ),
};

function faultsOf(decision: Element): { problem: string; remedy: string }[] {
  const table = decision['decisionLogic'] as Element | undefined;
  if (table?.$type !== 'dmn:DecisionTable') return [];
  const faults = [];
  // The parser fills in a default on the prototype: only a policy that was written is the table's own.
  if (!Object.hasOwn(table, 'hitPolicy'))
    faults.push({
      problem: '没有写命中规则',
      remedy: '写明 FIRST（取第一行）、UNIQUE（只许一行）或 COLLECT（收集各行）',
    });
  const collects = table['hitPolicy'] === 'COLLECT' || table['hitPolicy'] === 'RULE ORDER';
  const saysWhy = [decision, table].some((one) => NO_CATCH_ALL.test(textOf(one, 'description') ?? ''));
  if (!collects && !saysWhy && !listOf(table['rule']).some(matchesAll))
    faults.push({
      problem: '没有兜底行（所有条件都为空的一行）',
      remedy: '在最后加一行条件全空的规则；确实不需要时，在表的说明里写“不设兜底”及理由',
    });

  return faults;
}

function matchesAll(rule: Element): boolean {
  return listOf(rule['inputEntry']).every((entry) => ['', '-'].includes((textOf(entry, 'text') ?? '').trim()));
}
