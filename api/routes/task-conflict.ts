import { localTime } from '../../domain/local-time.js';
import type { TaskDocument } from '../../models/tasks.js';
import type { Localities } from '../../procedures/localities.js';
import { ProblemError } from '../problems/problem-error.js';

/** Why a task cannot be claimed or handed in any more: who did it when, or which unit holds it; undefined when it can. */
export function taskConflict(task: TaskDocument, userId: string, localities: Localities): ProblemError | undefined {
  if (task.state === 'completed') return new ProblemError('TASK_NOT_OPEN', completedBy(task, localities));
  if (task.state === 'canceled') return new ProblemError('TASK_NOT_OPEN', '任务已被流程收回，无需再办。');
  if (task.assignee === undefined || task.assignee === userId) return undefined;
  const holder = unitName(task.assigneeUnitId, task, localities) ?? '其他单位';

  return new ProblemError('TASK_TAKEN', `任务已由${holder}的工作人员领取。`);
}

/** The post and its unit: a name of a post is nobody's personal data. */
function completedBy(task: TaskDocument, localities: Localities): string {
  const { submission, completedAt } = task;
  const zone = task.locality === undefined ? 'UTC' : localities.get(task.locality).timeZone;
  const when = completedAt === undefined ? '' : `于 ${localTime(completedAt, zone)} `;
  const unit = unitName(submission?.by.unitId, task, localities);
  const post = submission?.by.name ?? '系统';

  return `任务已${when}由${unit === undefined || post.includes(unit) ? post : `${unit}${post}`}完成。`;
}

function unitName(unitId: string | undefined, { locality }: TaskDocument, localities: Localities): string | undefined {
  if (unitId === undefined || locality === undefined) return undefined;

  return localities.get(locality).network.find(unitId)?.name;
}
