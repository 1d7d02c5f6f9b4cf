import { Type } from 'typebox';
import { Health, Readiness } from '../health.js';
import { operation } from '../operation.js';

const tag = '运行状况';

export const systemOperations = {
  health: operation({
    method: 'get',
    path: '/health',
    tag,
    summary: '进程存活',
    open: true,
    status: 200,
    answer: Health,
  }),
  ready: operation({
    method: 'get',
    path: '/ready',
    tag,
    summary: '数据库与流程引擎可用（不可用时答 503）',
    open: true,
    status: 200,
    answer: Readiness,
  }),
  metrics: operation({
    method: 'get',
    path: '/metrics',
    tag,
    summary: '运行指标（Prometheus）',
    open: true,
    status: 200,
    answer: Type.String(),
    mediaType: 'text/plain',
  }),
} as const;
