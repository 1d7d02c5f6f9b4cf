import { TreeSelect } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { Unit } from '../../api/contract/locality.js';

type Match = (text: string, typed: string) => unknown;

interface UnitPickerProps {
  id: string;
  label: string;
  units: readonly Unit[];
  value: string | undefined;
  onChange: (unitId: string | undefined) => void;
  placeholder: string;
  status?: 'error' | undefined;
}

interface Node {
  value: string;
  title: string;
  /** What was typed, where the unit fits it: what is marked for Enter goes by this field alone. */
  found: string;
  disabled?: boolean;
  children?: Node[];
}

/** A unit of the network, found by a part of its name or by pinyin initials (`xfnsq`). */
export function UnitPicker({ id, label, units, value, onChange, placeholder, status }: UnitPickerProps) {
  const [match, setMatch] = useState<Match>();
  const [typed, setTyped] = useState('');
  const tree = useMemo(() => treeOf(units, (name) => (fits(name, typed, match) ? typed : '')), [units, typed, match]);
  useEffect(() => {
    // Beforehand: what is typed first is to be found at once.
    void import('pinyin-pro').then((pinyin) =>
      setMatch(() => (text: string, typed: string) => pinyin.match(text, typed)),
    );
  }, []);

  return (
    <TreeSelect<string | undefined, Node>
      id={id}
      aria-label={label}
      treeData={tree}
      value={value}
      onChange={(chosen: string | undefined) => onChange(chosen)}
      showSearch={{ treeNodeFilterProp: 'found', onSearch: setTyped }}
      allowClear
      placeholder={placeholder}
      treeDefaultExpandedKeys={tree.map((root) => root.value)}
      {...(status && { status })}
      style={{ width: '100%' }}
    />
  );
}

const fits = (name: string, typed: string, match: Match | undefined): boolean =>
  name.includes(typed.trim()) || (match !== undefined && typed.trim() !== '' && match(name, typed.trim()) !== null);

function treeOf(units: readonly Unit[], found: (name: string) => string, parent: string | null = null): Node[] {
  return units
    .filter((unit) => unit.parent === parent)
    .map((unit) => {
      const children = treeOf(units, found, unit.unitId);

      return {
        value: unit.unitId,
        found: found(unit.name),
        title: unit.abolished ? `${unit.name}（已撤销）` : unit.name,
        disabled: unit.abolished,
        ...(children.length === 0 ? {} : { children }),
      };
    });
}
