import { DomainError } from '../domain/domain-error.js';

/** There is no task of this key. */
export class TaskUnknownError extends DomainError {
  readonly code = 'TASK_NOT_FOUND';

  constructor(taskKey: string, options?: ErrorOptions) {
    super(`没有编号为 ${taskKey} 的任务`, options);
  }
}

/** The task is completed or canceled, or another submission of it is under way. */
export class TaskClosedError extends DomainError {
  readonly code = 'TASK_NOT_OPEN';

  constructor(reason: 'completed' | 'canceled' | 'busy', options?: ErrorOptions) {
    super(
      { completed: '任务已经完成', canceled: '任务已被流程收回', busy: '任务正在由别的提交办理，请稍后再看' }[reason],
      options,
    );
  }
}

/** Somebody else holds the task, or it is not offered to this person. */
export class TaskNotYoursError extends DomainError {
  readonly code = 'TASK_NOT_YOURS';

  constructor(reason: 'held' | 'not-offered' | 'not-held', options?: ErrorOptions) {
    super(
      { held: '任务由他人持有', 'not-offered': '任务不在您的岗位职责内', 'not-held': '您没有持有这个任务' }[reason],
      options,
    );
  }
}
