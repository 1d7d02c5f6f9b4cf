import { Button, Card, Steps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SupervisedOrder } from '../../api/contract/board.js';
import { momentText, remainingText } from '../texts/moment.js';
import { concernWords, resultText, rungWord } from '../texts/supervision.js';
import { orderStateWords } from '../texts/words.js';
import { Lamp } from '../ui/lamp.js';
import { RungDrawer } from './rung-drawer.js';

/** One order that is chased: what was done, what is to be done now, what comes next and when. */
export function OrderCard({ order }: { order: SupervisedOrder }) {
  const [taskKey, setTaskKey] = useState<string>();
  const { caseNumber, title, unitName, number, concern, until, lamp, state, tasks } = order;

  return (
    <Card size="small" className="chased" title={<Link to={`/cases/${caseNumber}`}>{title}</Link>}>
      <p>
        <strong>{concernWords[concern]}</strong> <Lamp lamp={lamp} /> · {unitName} · {orderStateWords[state]}
        {until === null ? '' : ` · ${remainingText(until)}（${momentText(until)}）`}
      </p>
      <p className="quiet">
        {number} · <Link to={`/instances/${caseNumber}`}>看流程图</Link>
      </p>
      <Steps size="small" orientation="vertical" items={ladderOf(order)} />
      {tasks.map((task) => (
        <Button key={task.taskKey} type="primary" onClick={() => setTaskKey(task.taskKey)}>
          登记{task.name}
        </Button>
      ))}
      {taskKey === undefined ? null : (
        <RungDrawer taskKey={taskKey} unitName={unitName} onClose={() => setTaskKey(undefined)} />
      )}
    </Card>
  );
}

function ladderOf({ done, tasks, next }: SupervisedOrder) {
  const climbed = done.map(({ rung, at, by, result }) => ({
    status: 'finish' as const,
    title: rungWord(rung),
    content: [`${momentText(at)} ${by}`, resultText(result)].filter(Boolean).join(' · '),
  }));
  const now = tasks.map(({ name, dueAt }) => ({
    status: 'process' as const,
    title: `${name}：现在要做`,
    content: dueAt === null ? '' : `${momentText(dueAt)} 前完成`,
  }));
  const coming =
    next === null
      ? []
      : [
          {
            status: 'wait' as const,
            title: `下一级：${next.rung === null ? '按阶梯表' : rungWord(next.rung)}`,
            content: next.at === null ? '这一级登记以后开始计时' : `${momentText(next.at)} 仍无结果时`,
          },
        ];
  const ladder = [...climbed, ...now, ...coming];

  return ladder.length > 0
    ? ladder
    : [{ status: 'wait' as const, title: '还没有开始督办', content: '到时由流程自动提出' }];
}
