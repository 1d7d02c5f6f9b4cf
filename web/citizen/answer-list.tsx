import { Card, Tag } from 'antd';
import type { Progress } from '../../api/contract/progress.js';
import { Moment } from '../ui/moment.js';

/** What was done and answered, demand by demand. */
export function AnswerList({ answers, round }: Pick<Progress, 'answers' | 'round'>) {
  if (answers.length === 0) return null;

  return (
    <Card title={round > 1 ? '历次办理结果' : '办理结果'} size="small">
      {answers.map(({ unit, at, result, text, promisedOn, items }) => (
        <section key={`${unit ?? ''}${at}`} style={{ marginBottom: 12 }}>
          <p style={{ margin: 0 }}>
            <strong>{unit ?? '热线'}</strong> {result === null ? null : <Tag>{result}</Tag>}{' '}
            <span className="quiet">
              <Moment at={at} />
            </span>
          </p>
          {text === '' ? null : <p className="told">{text}</p>}
          {items.length === 0 ? null : (
            <ol>
              {items.map((item) => (
                <li key={item.number} value={item.number}>
                  {item.result === null ? null : <Tag>{item.result}</Tag>}
                  {item.text}
                </li>
              ))}
            </ol>
          )}
          {promisedOn === null ? null : <p>承诺在 {promisedOn} 前办好。</p>}
        </section>
      ))}
    </Card>
  );
}
