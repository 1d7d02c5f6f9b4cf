import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use as register, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, type CSSProperties } from 'react';

register([AriaComponent, GridComponent, LegendComponent, SVGRenderer]);

interface Parts {
  /** Data alone, no functions. Kinds of chart are registered by whoever draws them. */
  option: EChartsCoreOption;
  /** What it shows, for those who do not see it. */
  label: string;
  className?: string;
  style?: CSSProperties;
}

/** A chart as large as its place. */
export function Chart({ option, label, className, style }: Parts) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);

  useEffect(() => {
    if (place.current === null) return undefined;
    const drawn = init(place.current, undefined, { renderer: 'svg' });
    chart.current = drawn;
    const fit = new ResizeObserver(() => drawn.resize());
    fit.observe(place.current);

    return () => {
      fit.disconnect();
      drawn.dispose();
    };
  }, []);

  // Drawing costs more than comparing: it is drawn anew only when what it shows has changed.
  const shown = JSON.stringify(option);
  useEffect(() => chart.current?.setOption(JSON.parse(shown) as EChartsCoreOption, { notMerge: true }), [shown]);

  return <div ref={place} className={className} style={style} role="img" aria-label={label} />;
}
