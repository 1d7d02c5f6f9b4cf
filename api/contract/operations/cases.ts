import { Type } from 'typebox';
import { CallerIdentity, CaseDetail, CaseFilter, CasePage, RevealCaller } from '../case.js';
import { CaseNumber, Fields } from '../fields.js';
import { Disclose, FileId } from '../file.js';
import { operation } from '../operation.js';
import { Callback, CaseDocument, Notice, StepList } from '../record.js';
import { RegisterCase, RegisteredCase } from '../register.js';
import { OrderNumber, Reason, Withdrawal } from '../withdrawal.js';

const tag = '诉求件';
const params = Fields({ caseNumber: CaseNumber });
const path = '/cases/:caseNumber';

export const caseOperations = {
  registerCase: operation({
    method: 'post',
    path: '/cases',
    tag,
    summary: '登记诉求（坐席登记，或市民登录后提交）',
    body: RegisterCase,
    status: 201,
    answer: RegisteredCase,
  }),
  listCases: operation({
    method: 'get',
    path: '/cases',
    tag,
    summary: '诉求件列表',
    query: CaseFilter,
    status: 200,
    answer: CasePage,
  }),
  readCase: operation({ method: 'get', path, tag, summary: '一件诉求', params, status: 200, answer: CaseDetail }),
  readSteps: operation({
    method: 'get',
    path: `${path}/steps`,
    tag,
    summary: '全程记录及其校验',
    params,
    status: 200,
    answer: StepList,
  }),
  listDocuments: operation({
    method: 'get',
    path: `${path}/documents`,
    tag,
    summary: '文书列表',
    params,
    status: 200,
    answer: Type.Array(CaseDocument),
  }),
  readDocument: operation({
    method: 'get',
    path: `${path}/documents/:documentId`,
    tag,
    summary: '一份文书（HTML）',
    params: Fields({ caseNumber: CaseNumber, documentId: Type.String({ minLength: 1, maxLength: 200 }) }),
    status: 200,
    answer: Type.String(),
    mediaType: 'text/html',
  }),
  listNotices: operation({
    method: 'get',
    path: `${path}/notices`,
    tag,
    summary: '催办与督办记录',
    params,
    status: 200,
    answer: Type.Array(Notice),
  }),
  listCallbacks: operation({
    method: 'get',
    path: `${path}/callbacks`,
    tag,
    summary: '回访记录',
    params,
    status: 200,
    answer: Type.Array(Callback),
  }),
  withdrawCase: operation({
    method: 'post',
    path: `${path}/withdrawal`,
    tag,
    summary: '按诉求人意愿撤诉（中心登记，或市民撤回自己登录后提交的）',
    params,
    body: Reason,
    status: 200,
    answer: Withdrawal,
  }),
  recallOrder: operation({
    method: 'post',
    path: `${path}/orders/:orderNumber/recall`,
    tag,
    summary: '中心撤回一张交办单，另行交办',
    params: Fields({ caseNumber: CaseNumber, orderNumber: OrderNumber }),
    body: Reason,
    status: 204,
    answer: null,
  }),
  discloseAttachment: operation({
    method: 'put',
    path: `${path}/attachments/:fileId/disclosure`,
    tag,
    summary: '中心说明理由后，允许被反映单位查看一个附件，或不再允许（留痕）',
    params: Fields({ caseNumber: CaseNumber, fileId: FileId }),
    body: Disclose,
    status: 204,
    answer: null,
  }),
  revealCaller: operation({
    method: 'post',
    path: `${path}/caller`,
    tag,
    summary: '说明理由后查看来电人（留痕）',
    params,
    body: RevealCaller,
    status: 200,
    answer: CallerIdentity,
  }),
} as const;
