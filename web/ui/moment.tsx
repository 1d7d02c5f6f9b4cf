import { exactText, momentText, remainingText } from '../texts/moment.js';

/** A time, short; the exact one when it is pointed at. */
export function Moment({ at }: { at: string | null }) {
  if (at === null) return <span className="quiet">—</span>;

  return (
    <time dateTime={at} title={exactText(at)} style={{ whiteSpace: 'nowrap' }}>
      {momentText(at)}
    </time>
  );
}

/** A deadline and how far it is. */
export function Due({ at, over = false }: { at: string | null; over?: boolean }) {
  if (at === null) return <span className="quiet">无期限</span>;

  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <Moment at={at} />
      {over ? null : <span className="quiet">（{remainingText(at)}）</span>}
    </span>
  );
}
