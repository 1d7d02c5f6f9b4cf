import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Drawing } from './drawing.js';
import { Legend } from './legend.js';
import { TokenList } from './token-list.js';
import { openViewer, type OpenViewer } from './viewer.js';

/** The drawn diagram with zoom by buttons, keys and wheel, its legend, and the same in words. */
export function Canvas({ xml, active, completed, incidents }: Drawing) {
  const place = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<OpenViewer>();
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    if (place.current === null) return undefined;
    const opening = openViewer(place.current, xml);
    let gone = false;
    opening.ready.then(
      (opened) => {
        if (!gone) setViewer(opened);
      },
      () => {
        if (!gone) setBroken(true);
      },
    );

    return () => {
      gone = true;
      setViewer(undefined);
      setBroken(false);
      opening.close();
    };
  }, [xml]);

  useEffect(() => viewer?.mark({ active, completed, incidents }), [viewer, active, completed, incidents]);

  const first = incidents[0] ?? active[0];

  return (
    <figure className="diagram">
      <div className="diagram-acts" role="group" aria-label="缩放流程图">
        <Button icon={<PlusOutlined />} aria-label="放大" onClick={() => viewer?.zoomBy(1.25)} />
        <Button icon={<MinusOutlined />} aria-label="缩小" onClick={() => viewer?.zoomBy(0.8)} />
        <Button onClick={() => viewer?.fit()}>适合窗口</Button>
        {first === undefined ? null : <Button onClick={() => viewer?.show(first)}>看当前步骤</Button>}
      </div>
      {broken ? <Alert type="error" showIcon title="流程图画不出来，下面的文字仍然有效。" /> : null}
      <div
        ref={place}
        className="diagram-canvas"
        role="application"
        aria-label="流程图：加号放大，减号缩小，0 适合窗口，方向键移动；图中内容见下方文字"
        tabIndex={0}
        onKeyDown={(event) => viewer && steer(viewer, event)}
        onFocus={() => viewer?.wheel(true)}
        onBlur={() => viewer?.wheel(false)}
      />
      <figcaption>
        <Legend />
        <TokenList active={active} incidents={incidents} nameOf={(id) => viewer?.nameOf(id) ?? ''} />
      </figcaption>
    </figure>
  );
}

const strides: Readonly<Record<string, { dx: number; dy: number }>> = {
  ArrowLeft: { dx: 60, dy: 0 },
  ArrowRight: { dx: -60, dy: 0 },
  ArrowUp: { dx: 0, dy: 60 },
  ArrowDown: { dx: 0, dy: -60 },
};

function steer(viewer: OpenViewer, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const stride = strides[event.key];
  if (event.key === '+' || event.key === '=') viewer.zoomBy(1.25);
  else if (event.key === '-') viewer.zoomBy(0.8);
  else if (event.key === '0') viewer.fit();
  else if (stride !== undefined) viewer.moveBy(stride);
  else return;
  event.preventDefault();
}
