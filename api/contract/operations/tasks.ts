import { Type } from 'typebox';
import { EngineKey, Fields } from '../fields.js';
import { operation } from '../operation.js';
import { Colleague, HandOver, Submission, TaskCounts, TaskDetail, TaskFilter, TaskPage, TaskSummary } from '../task.js';

const tag = '待办任务';
const params = Fields({ taskKey: EngineKey });
const path = '/tasks/:taskKey';

export const taskOperations = {
  listTasks: operation({
    method: 'get',
    path: '/tasks',
    tag,
    summary: '任务列表',
    query: TaskFilter,
    status: 200,
    answer: TaskPage,
  }),
  countTasks: operation({
    method: 'get',
    path: '/tasks/counts',
    tag,
    summary: '任务数：我的、本单位的、可见的，以及各环节的',
    query: Fields({ whose: TaskFilter.properties.whose }),
    status: 200,
    answer: TaskCounts,
  }),
  followTasks: operation({
    method: 'get',
    path: '/tasks/events',
    tag,
    summary: '待办变化的实时提醒（服务器推送：changed 为我可见的任务有变化，不带内容；end 为会话结束）',
    status: 200,
    answer: Type.String(),
    mediaType: 'text/event-stream',
  }),
  readTask: operation({
    method: 'get',
    path,
    tag,
    summary: '一个任务及其表单',
    params,
    status: 200,
    answer: TaskDetail,
  }),
  listColleagues: operation({
    method: 'get',
    path: `${path}/colleagues`,
    tag,
    summary: '可以转交的同岗位同事',
    params,
    status: 200,
    answer: Type.Array(Colleague),
  }),
  claimTask: operation({
    method: 'post',
    path: `${path}/claim`,
    tag,
    summary: '领取',
    params,
    status: 200,
    answer: TaskSummary,
  }),
  releaseTask: operation({
    method: 'post',
    path: `${path}/release`,
    tag,
    summary: '放回',
    params,
    status: 200,
    answer: TaskSummary,
  }),
  handOverTask: operation({
    method: 'post',
    path: `${path}/hand-over`,
    tag,
    summary: '转交给同组同事',
    params,
    body: HandOver,
    status: 200,
    answer: TaskSummary,
  }),
  saveDraft: operation({
    method: 'put',
    path: `${path}/draft`,
    tag,
    summary: '保存草稿',
    params,
    body: Submission,
    status: 204,
    answer: null,
  }),
  completeTask: operation({
    method: 'post',
    path: `${path}/complete`,
    tag,
    summary: '提交并完成',
    params,
    body: Submission,
    status: 200,
    answer: TaskSummary,
  }),
} as const;
