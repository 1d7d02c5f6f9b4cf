import { useEffect, useRef, useState } from 'react';
import { addressOf } from '../api/call.js';
import './case.css';

interface Props {
  caseNumber: string;
  documentId: string;
  title: string;
  /** Told when it can be read, and when it cannot. */
  onShown?: (() => void) | undefined;
}

/** An official document as it was issued, as tall as it is: nobody scrolls in a window within the page. */
export function Paper({ caseNumber, documentId, title, onShown }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number>();
  const measure = () => setHeight(frame.current?.contentDocument?.documentElement.offsetHeight);
  useEffect(() => {
    window.addEventListener('resize', measure);

    return () => window.removeEventListener('resize', measure);
  }, []);

  return (
    <iframe
      ref={frame}
      className="case-paper"
      title={title}
      src={addressOf('readDocument', { caseNumber, documentId })}
      // No script runs in it; of the same origin, so that its height can be read.
      sandbox="allow-same-origin"
      style={height === undefined ? {} : { height: height + 2 }}
      onLoad={() => {
        measure();
        onShown?.();
      }}
    />
  );
}
