import { Type } from 'typebox';
import { CaseNumber, EngineKey, Fields, Id } from '../fields.js';
import { Incident, Instance, OutboxMessage } from '../instance.js';
import { operation } from '../operation.js';

const tag = '流程与督办';
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }));

export const supervisionOperations = {
  readInstance: operation({
    method: 'get',
    path: '/cases/:caseNumber/instance',
    tag,
    summary: '流程实例及其所用版本的流程图',
    params: Fields({ caseNumber: CaseNumber }),
    query: Fields({ processInstanceKey: Type.Optional(EngineKey) }),
    status: 200,
    answer: Instance,
  }),
  listIncidents: operation({
    method: 'get',
    path: '/incidents',
    tag,
    summary: '流程故障',
    query: Fields({ locality: Type.Optional(Id), limit }),
    status: 200,
    answer: Type.Array(Incident),
  }),
  retryIncident: operation({
    method: 'post',
    path: '/incidents/:incidentKey/retry',
    tag,
    summary: '故障排除后重试',
    params: Fields({ incidentKey: EngineKey }),
    status: 204,
    answer: null,
  }),
  listOutbox: operation({
    method: 'get',
    path: '/outbox',
    tag,
    summary: '发件箱：发出和待发的短信、电话、微信、邮件',
    query: Fields({ caseNumber: Type.Optional(CaseNumber), limit }),
    status: 200,
    answer: Type.Array(OutboxMessage),
  }),
} as const;
