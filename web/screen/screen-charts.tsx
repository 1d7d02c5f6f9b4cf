import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { use as register } from 'echarts/core';
import { memo } from 'react';
import type { Figures } from '../../api/contract/figures.js';
import { Chart } from '../ui/chart.js';
import type { Drawing } from './drawing.js';
import { drawingsOf } from './drawings.js';
import { useScreenSize } from './use-screen-size.js';

register([BarChart, LineChart, PieChart, ScatterChart]);

/** All charts; each beside its own numbers for those who hear the page. */
export const ScreenCharts = memo(function ScreenCharts({ figures }: { figures: Figures }) {
  const size = useScreenSize();

  return (
    <div className="panels">
      {drawingsOf(figures).map((drawing) => (
        <Panel key={drawing.title} drawing={drawing} size={Math.round(size * 0.9)} />
      ))}
    </div>
  );
});

function Panel({ drawing, size }: { drawing: Drawing; size: number }) {
  const { title, summary, rows, empty, draw, wide = false } = drawing;

  return (
    <section className={wide ? 'panel wide' : 'panel'} aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="panel-empty">{empty}</p>
      ) : (
        <>
          <Chart className="panel-chart" option={draw(size)} label={`${title}：${summary}；数字见下面的表`} />
          <Numbers drawing={drawing} />
        </>
      )}
    </section>
  );
}

function Numbers({ drawing: { title, head, rows } }: { drawing: Drawing }) {
  return (
    <table className="unseen">
      <caption>{title}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...values], index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            {values.map((value, column) => (
              <td key={column}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
