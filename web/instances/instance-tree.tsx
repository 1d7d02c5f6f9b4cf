import { Button } from 'antd';
import type { InstanceBranch } from '../../api/contract/instance.js';

interface Parts {
  tree: readonly InstanceBranch[];
  shown: string;
  open: (key: string) => void;
}

const stateWords = { active: '进行中', completed: '已结束', terminated: '已终止' } as const;

/** The case's own instance and those it called, each to be opened on its own diagram. */
export function InstanceTree({ tree, shown, open }: Parts) {
  return <Branches tree={tree} parent={null} shown={shown} open={open} />;
}

function Branches({ parent, ...parts }: Parts & { parent: string | null }) {
  const { tree, shown, open } = parts;
  const keys = new Set(tree.map(({ processInstanceKey }) => processInstanceKey));
  const here = tree.filter(({ parentKey }) =>
    parent === null ? parentKey === null || !keys.has(parentKey) : parentKey === parent,
  );
  if (here.length === 0) return null;

  return (
    <ul style={{ margin: 0, paddingLeft: parent === null ? 0 : 20, listStyle: 'none' }}>
      {here.map(({ processInstanceKey: key, name, processId, state, incident }) => (
        <li key={key}>
          <Button
            type="link"
            aria-current={key === shown ? 'true' : undefined}
            style={{ fontWeight: key === shown ? 700 : 400, paddingInline: 0 }}
            onClick={() => open(key)}
          >
            {name ?? processId}
          </Button>{' '}
          <span className="quiet">
            {stateWords[state]}
            {incident ? '，有故障' : ''}
          </span>
          <Branches {...parts} parent={key} />
        </li>
      ))}
    </ul>
  );
}
