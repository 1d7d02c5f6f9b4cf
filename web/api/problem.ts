import type { FieldError, Problem } from '../../api/contract/problem.js';

/** A refusal of the API, or its silence, in words for people. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  get fields(): readonly FieldError[] {
    return this.problem.errors;
  }
}

/** `OFFLINE` is our own code: nothing answered. */
export const offline = (): ProblemError =>
  new ProblemError({
    type: 'about:blank',
    title: '连接中断',
    status: 0,
    detail: '连接不上服务器。您填写的内容还在本页，请检查网络后重试。',
    instance: '',
    code: 'OFFLINE',
    errors: [],
  });

/** What a person is told of any error, one sentence or two. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return '页面出错了，请刷新后重试。';
  const { detail, errors, reference } = error.problem;
  const fields = errors.map(({ reason }) => reason).filter((reason) => !detail.includes(reason));

  return [detail, ...fields, ...(reference === undefined ? [] : [`（编号 ${reference}）`])].join(' ');
}
