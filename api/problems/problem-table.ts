interface Entry {
  readonly status: number;
  readonly title: string;
}

/** Refusals that the API itself decides. */
const ownProblems = {
  BAD_JSON: { status: 400, title: '请求不是有效的 JSON' },
  BAD_QUERY: { status: 400, title: '查询条件有误' },
  SIGN_IN_NEEDED: { status: 401, title: '请先登录' },
  SIGN_IN_REFUSED: { status: 401, title: '登录失败' },
  NOT_ALLOWED: { status: 403, title: '没有权限' },
  CSRF_HEADER_MISSING: { status: 403, title: '请求来源不明' },
  NOT_FOUND: { status: 404, title: '没有找到' },
  METHOD_NOT_ALLOWED: { status: 405, title: '不支持这种操作' },
  CONFLICT: { status: 409, title: '与现有数据冲突' },
  BODY_TOO_LARGE: { status: 413, title: '内容过大' },
  NOT_JSON: { status: 415, title: '只接受 JSON' },
  BAD_INPUT: { status: 422, title: '填写有误' },
  TOO_MANY_REQUESTS: { status: 429, title: '操作过于频繁' },
  FAULT: { status: 500, title: '系统出错' },
  NOT_READY: { status: 503, title: '服务暂不可用' },
} as const satisfies Record<string, Entry>;

/** Refusals of the process engine (`engine/errors.ts`). */
const engineProblems = {
  TASK_NOT_FOUND: { status: 404, title: '没有找到任务' },
  TASK_NOT_OPEN: { status: 409, title: '任务已结束' },
  TASK_TAKEN: { status: 409, title: '任务已被领取' },
  LISTENER_SLOW: { status: 503, title: '流程引擎繁忙' },
  DEPLOYMENT_REFUSED: { status: 422, title: '流程无法部署' },
  ENGINE_NOT_FOUND: { status: 404, title: '流程引擎中没有找到' },
  ENGINE_REFUSED: { status: 409, title: '流程引擎拒绝了操作' },
  ENGINE_UNAVAILABLE: { status: 503, title: '流程引擎暂不可用' },
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof ownProblems;

const table: Readonly<Record<string, Entry>> = { ...ownProblems, ...engineProblems };

/** Status and title of a code. A domain refusal that stands in no table is a conflict with what is so already. */
export function problemOf(code: string): Entry {
  return table[code] ?? { status: 409, title: '不能这样办理' };
}
