import { useEffect, type ReactNode } from 'react';

interface PageParts {
  title: string;
  /** Buttons beside the title. */
  acts?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** A page: its name in the window's title and as its one h1. */
export function Page({ title, acts, narrow = false, children }: PageParts) {
  useEffect(() => {
    document.title = `${title} · 回音`;
  }, [title]);

  return (
    <div className={narrow ? 'page narrow' : 'page'}>
      <div className="page-head">
        <h1>{title}</h1>
        {acts}
      </div>
      {children}
    </div>
  );
}
