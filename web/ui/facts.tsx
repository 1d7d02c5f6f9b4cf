import type { ReactNode } from 'react';
import './facts.css';

/** What and which, pair by pair; a fact without a value is left out. */
export function Facts({ of }: { of: readonly (readonly [string, ReactNode])[] }) {
  const told = of.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);

  return (
    <dl className="facts">
      {told.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
