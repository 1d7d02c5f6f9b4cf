import type {} from 'pino-http';
import type { ErrorRequestHandler, Request } from 'express';
import { randomUUID } from 'node:crypto';
import { DomainError } from '../domain/domain-error.js';
import { EngineError } from '../engine/errors.js';
import type { FieldError, Problem } from './contract/problem.js';
import { ProblemError } from './problems/problem-error.js';
import { problemOf } from './problems/problem-table.js';

/** Told for an engine's refusal: its own words are English and for the log. */
const engineDetails: Readonly<Record<string, string>> = {
  TASK_NOT_FOUND: '流程引擎中没有这个任务。',
  TASK_NOT_OPEN: '任务已经完成、撤销，或正在由别人提交。',
  TASK_TAKEN: '任务刚刚被别人领取。',
  LISTENER_SLOW: '操作已送达，流程引擎还没有答复；请刷新后再看。',
  ENGINE_UNAVAILABLE: '流程引擎暂时连接不上，请稍后再试。',
};

interface Told {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  readonly reference?: string;
}

/** The one place where what was thrown becomes an answer: a problem (RFC 9457), or a blank fault with a reference. */
export const errorHandler: ErrorRequestHandler = (thrown: unknown, request, response, next) => {
  if (response.headersSent) {
    next(thrown);

    return;
  }
  const told = tell(thrown) ?? fault(thrown, request);
  const { status, title } = problemOf(told.code);
  const problem: Problem = {
    type: `urn:huiyin:problem:${told.code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    instance: request.originalUrl.split('?', 1)[0] ?? '/',
    ...told,
    errors: [...told.errors],
  };
  response.status(status).type('application/problem+json').send(JSON.stringify(problem));
};

function tell(thrown: unknown): Told | undefined {
  if (thrown instanceof ProblemError) return { code: thrown.code, detail: thrown.detail, errors: thrown.errors };
  if (thrown instanceof DomainError) return { code: thrown.code, detail: thrown.message, errors: fieldsOf(thrown) };
  if (thrown instanceof EngineError) {
    return { code: thrown.code, detail: engineDetails[thrown.code] ?? '流程引擎没有接受这个操作。', errors: [] };
  }

  return tellOfExpress(thrown);
}

/** Express and its file server refuse addresses with errors of their own. */
function tellOfExpress(thrown: unknown): Told | undefined {
  switch ((thrown as { status?: unknown }).status) {
    case 400:
    case 403:
      return { code: 'BAD_QUERY', detail: '地址的写法有误。', errors: [] };
    case 404:
      return { code: 'NOT_FOUND', detail: '没有找到这个文件。', errors: [] };
    default:
      return undefined;
  }
}

/** A refusal of fields (a form, a report) lists them. */
function fieldsOf(refusal: DomainError): readonly FieldError[] {
  return 'errors' in refusal && Array.isArray(refusal.errors) ? (refusal.errors as FieldError[]) : [];
}

function fault(thrown: unknown, request: Request): Told {
  const reference = randomUUID();
  request.log.error({ err: thrown, reference }, 'fault');

  return { code: 'FAULT', detail: `系统出错，已记录。请把编号 ${reference} 告诉管理员。`, errors: [], reference };
}
