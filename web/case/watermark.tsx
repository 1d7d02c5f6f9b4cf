import { Watermark as Marked } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMe } from '../app/me.js';
import { exactText } from '../texts/moment.js';

/** Whoever takes a picture of a case takes along who looked at it and when. */
export function Watermark({ children }: { children: ReactNode }) {
  const me = useMe();
  const [at] = useState(() => exactText(new Date().toISOString()));

  return (
    <Marked content={[me?.name ?? '', at]} font={{ color: 'rgba(0,0,0,0.05)', fontSize: 14 }} gap={[120, 120]}>
      {children}
    </Marked>
  );
}
