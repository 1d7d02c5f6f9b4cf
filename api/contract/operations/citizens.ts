import { CaseNumber, Fields } from '../fields.js';
import { operation } from '../operation.js';
import {
  FollowCase,
  Progress,
  Rated,
  RateCase,
  RateOwnCase,
  ReopenCase,
  Reopened,
  ReopenOwnCase,
} from '../progress.js';
import { RegisteredCase, ReportCase } from '../register.js';
import { Withdrawal, WithdrawOwnCase } from '../withdrawal.js';

const tag = '市民';
const params = Fields({ caseNumber: CaseNumber });
const path = '/cases/:caseNumber';

/** What whoever reported does: with number and code, or signed in with their own cases. */
export const citizenOperations = {
  reportCase: operation({
    method: 'post',
    path: '/public/cases',
    tag,
    summary: '提交诉求，无需登录',
    open: true,
    body: ReportCase,
    status: 201,
    answer: RegisteredCase,
  }),
  followCase: operation({
    method: 'post',
    path: '/public/progress',
    tag,
    summary: '凭编号和查询码查看进度',
    open: true,
    body: FollowCase,
    status: 200,
    answer: Progress,
  }),
  rateOwnCase: operation({
    method: 'post',
    path: '/public/cases/rating',
    tag,
    summary: '凭编号和查询码评价（好差评）',
    open: true,
    body: RateOwnCase,
    status: 200,
    answer: Rated,
  }),
  reopenOwnCase: operation({
    method: 'post',
    path: '/public/cases/reopening',
    tag,
    summary: '凭编号和查询码反映没有解决，重新办理',
    open: true,
    body: ReopenOwnCase,
    status: 200,
    answer: Reopened,
  }),
  withdrawOwnCase: operation({
    method: 'post',
    path: '/public/cases/withdrawal',
    tag,
    summary: '凭编号和查询码撤诉',
    open: true,
    body: WithdrawOwnCase,
    status: 200,
    answer: Withdrawal,
  }),
  readProgress: operation({
    method: 'get',
    path: `${path}/progress`,
    tag,
    summary: '自己登录后提交的诉求的进度',
    params,
    status: 200,
    answer: Progress,
  }),
  rateCase: operation({
    method: 'post',
    path: `${path}/rating`,
    tag,
    summary: '评价自己登录后提交的诉求（好差评）',
    params,
    body: RateCase,
    status: 200,
    answer: Rated,
  }),
  reopenCase: operation({
    method: 'post',
    path: `${path}/reopening`,
    tag,
    summary: '诉求没有解决，重新办理（市民对自己的，或中心受诉求人来电委托）',
    params,
    body: ReopenCase,
    status: 200,
    answer: Reopened,
  }),
} as const;
