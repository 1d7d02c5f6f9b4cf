interface Entry {
  readonly status: number;
  readonly title: string;
}

/** Refusals that the API itself decides. */
const ownProblems = {
  BAD_JSON: { status: 400, title: '请求不是有效的 JSON' },
  BAD_UPLOAD: { status: 400, title: '上传没有完成' },
  BAD_QUERY: { status: 400, title: '查询条件有误' },
  SIGN_IN_NEEDED: { status: 401, title: '请先登录' },
  SIGN_IN_REFUSED: { status: 401, title: '登录失败' },
  NOT_ALLOWED: { status: 403, title: '没有权限' },
  CSRF_HEADER_MISSING: { status: 403, title: '请求来源不明' },
  NOT_FOUND: { status: 404, title: '没有找到' },
  METHOD_NOT_ALLOWED: { status: 405, title: '不支持这种操作' },
  CONFLICT: { status: 409, title: '与现有数据冲突' },
  BODY_TOO_LARGE: { status: 413, title: '内容过大' },
  NOT_MULTIPART: { status: 415, title: '只接受文件上传' },
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

const refusedAct = { status: 409, title: '不能这样办理' };

/** Refusals of the business (`DomainError`): one that this table lacks is a conflict all the same, but a test asks for it. */
const domainProblems = {
  TASK_NOT_YOURS: { status: 403, title: '不是您的任务' },
  LOCALITY_UNKNOWN: { status: 404, title: '没有这个地方' },
  CASE_UNKNOWN: { status: 404, title: '没有这件诉求' },
  ATTACHMENT_UNKNOWN: { status: 404, title: '没有这个附件' },
  ORDER_UNKNOWN: { status: 404, title: '没有这张交办单' },
  UNIT_UNKNOWN: { status: 422, title: '没有这个单位' },
  UNIT_ABOLISHED: { status: 409, title: '单位已撤销' },
  PHONE_INVALID: { status: 422, title: '电话号码无效' },
  NO_ITEMS: { status: 422, title: '没有诉求事项' },
  REPLY_INCOMPLETE: { status: 422, title: '回复不完整' },
  WRONG_INPUT: { status: 422, title: '填写有误' },
  CALENDAR_MISSING: { status: 409, title: '缺少工作日历' },
  CASE_CLOSED: { status: 409, title: '诉求已办结' },
  CASE_OPEN_PARTS: refusedAct,
  CASE_TAKEN: refusedAct,
  DISCLOSURE_REFUSED: refusedAct,
  EXTENSION_REFUSED: refusedAct,
  MERGE_REFUSED: refusedAct,
  NOTHING_TO_PUBLISH: refusedAct,
  RECALL_REFUSED: refusedAct,
  RATING_REFUSED: refusedAct,
  REOPEN_REFUSED: refusedAct,
  RETURN_REFUSED: refusedAct,
  TAG_TAKEN: refusedAct,
  WITHDRAWAL_REFUSED: refusedAct,
} as const satisfies Record<string, Entry>;

/** Codes that a route may answer with by itself. */
export type ProblemCode = keyof typeof ownProblems | keyof typeof engineProblems;

const table: Readonly<Record<string, Entry>> = { ...ownProblems, ...engineProblems, ...domainProblems };

/** Every code that an answer may carry. */
export const problemCodes: ReadonlySet<string> = new Set(Object.keys(table));

/** Status and title of a code. */
export function problemOf(code: string): Entry {
  return table[code] ?? refusedAct;
}
