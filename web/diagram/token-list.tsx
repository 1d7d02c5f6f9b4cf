import { counted } from './drawing.js';

interface Tokens {
  active: readonly string[];
  incidents: readonly string[];
  /** Name of an element as the diagram has it; empty where it has none. */
  nameOf: (id: string) => string;
}

/** Where the tokens stand, in words: for those who do not see the drawing, and at a glance for all others. */
export function TokenList({ active, incidents, nameOf }: Tokens) {
  const standing = [...counted(active)].flatMap(([id, count]) => {
    const name = nameOf(id);

    return name === ''
      ? []
      : [`${name}${count > 1 ? `（${count} 处）` : ''}${incidents.includes(id) ? '（故障）' : ''}`];
  });

  return (
    <p className="diagram-tokens" role="status">
      {standing.length === 0 ? '流程没有停在任何一步。' : `流程现在停在：${standing.join('、')}。`}
    </p>
  );
}
