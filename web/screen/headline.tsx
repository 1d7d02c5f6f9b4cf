import type { ReactNode } from 'react';
import type { Figures, LocalityRate } from '../../api/contract/figures.js';
import { partsText, percentText, rateText, rateWords } from '../texts/figures.js';
import { rateNote } from './rate-drawings.js';

/** What a leader asks first: how many, and whether the figures to be reached are reached. */
export function Headline({ figures }: { figures: Figures }) {
  const { registered, closed, open, late, closing, rates } = figures;

  return (
    <dl className="headline" aria-label="总数">
      <Tile name="受理" value={registered} />
      <Tile name="办结" value={closed} />
      <Tile name="在办" value={open} />
      <Tile name="超期" value={late} look={late > 0 ? 'bad' : ''} />
      <Tile name="办结率" value={rateText(closing)} notes={[partsText(closing)]} />
      {rates
        .filter(({ assessed, target }) => assessed || target !== null)
        .map((rate) => (
          <RateTile key={rate.name} rate={rate} />
        ))}
    </dl>
  );
}

function RateTile({ rate: one }: { rate: LocalityRate }) {
  const { name, target, rate } = one;
  const value = rate?.value ?? null;
  const reached = target === null || value === null ? undefined : value >= target;
  const verdict = reached === undefined ? [] : [reached ? '✓ 达标' : '✗ 未达标'];
  const goal = target === null ? [] : [`目标 ${percentText(target)}`];
  const parts = rate === null || value === null ? rateNote(one) : partsText(rate);

  return (
    <Tile
      name={rateWords[name]}
      value={value === null ? '—' : percentText(value)}
      notes={[parts, [...verdict, ...goal].join(' · ')]}
      look={reached === undefined ? '' : reached ? 'good' : 'bad'}
    />
  );
}

interface TileParts {
  name: string;
  value: ReactNode;
  notes?: readonly string[];
  look?: 'good' | 'bad' | '';
}

function Tile({ name, value, notes = [], look = '' }: TileParts) {
  return (
    <div className={look}>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {notes.map((note) => (
        <dd key={note} className="note">
          {note}
        </dd>
      ))}
    </div>
  );
}
