import { useId, useState, type ReactNode } from 'react';
import './tabs.css';

export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** One of several parts at a time. All names stay in sight on a phone: they wrap, none is put behind a button. */
export function Tabs({ items, label }: { items: readonly Tab[]; label: string }) {
  const [chosen, choose] = useState(items[0]?.key);
  const id = useId();
  const shown = items.find(({ key }) => key === chosen);

  return (
    <>
      <div role="tablist" aria-label={label} className="tabs">
        {items.map((item) => (
          <button
            key={item.key}
            type="button"
            role="tab"
            id={`${id}-${item.key}`}
            aria-selected={item.key === chosen}
            {...(item.key === chosen ? { 'aria-controls': `${id}-panel` } : {})}
            onClick={() => choose(item.key)}
          >
            {item.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen ?? ''}`}>
        {shown?.children}
      </div>
    </>
  );
}
